# shellcheck shell=bash
# Ends processes in the operator's place and waits until they are gone: SIGINT first, as a person's Ctrl-C, SIGKILL after
# 0.2 s. Only those are touched that carry the operator's mark in their environment, and what these started.
# Arguments: the mark; the shell whose command hangs, or nothing for all that the operator started; pids to spare, with
# all below them (background jobs of earlier commands).
mark=$1 shell=$2; shift 2
[[ $mark =~ ^DRILLBOOK_OPERATOR=[0-9a-f]{16}$ ]] || exit 2
declare -A spared marked found parent
for pid; do spared[$pid]=1; done
# A loop at the end of a pipe runs in this shell: what a command took away (/dev/fd, /tmp) is not needed.
shopt -s lastpipe

look() {
  local file line pid above grown=1
  parent=() marked=()
  for file in /proc/[0-9]*/stat; do
    { IFS= read -r line <"$file"; } 2>/dev/null || continue
    pid=${line%% *} line=${line##*) }
    [[ $line == Z* ]] && continue
    line=${line#* }
    parent[$pid]=${line%% *}
  done
  grep -lzsFx -e "$mark" /proc/[0-9]*/environ | while IFS=/ read -r _ _ pid _; do
    [[ ${parent[$pid]} ]] && marked[$pid]=1
  done
  [[ $shell ]] || for pid in "${!marked[@]}"; do found[$pid]=1; done
  while ((grown)); do
    grown=0
    for pid in "${!parent[@]}"; do
      above=${parent[$pid]}
      [[ ${found[$pid]} || ${spared[$pid]} ]] && continue
      [[ ${found[$above]} || ($above == "$shell" && ${marked[$above]}) ]] && found[$pid]=1 grown=1
    done
  done
  for pid in "${!found[@]}"; do [[ ${parent[$pid]} ]] || unset "found[$pid]"; done
}

shell_lives() { [[ $shell && ${marked[$shell]} ]]; }
end_shell() { shell_lives && kill -"$1" "$shell" 2>/dev/null; }

for ((try = 0; try < 100; try++)); do
  look
  [[ ${#found[@]} == 0 ]] && ! shell_lives && exit 0
  case $try in
    0) end_shell USR1; signal=INT ;;
    10) signal=KILL ;;
    30) end_shell KILL ;;
  esac
  ((try == 0 || try >= 10)) && [[ ${#found[@]} != 0 ]] && kill -"$signal" "${!found[@]}" 2>/dev/null
  sleep 0.02
done
exit 1
