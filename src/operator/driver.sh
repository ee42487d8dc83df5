# shellcheck shell=bash
# What the operator's bash executes: it reads NUL-ended records from stdin and evaluates them, one at a time, in itself, so
# that `cd`, variables and functions carry over. The first records are the state and the folder of the shell before it, and
# the nonce.
#
#     stdin (fd 198)    state\0 folder\0 nonce\0 command\0 command\0 …
#     stdout            the command's output, then  \0NONCE PID STATUS running|ended FOLDER\0
#     stderr (fd 199)   after each command: state, only when it ends\0 pids of background jobs that run or are stopped\0
#
# A command has /dev/null as stdin, stdout for both its outputs, and neither of the private descriptors. The nonce is in no
# environment and no argument list, and a NUL cannot be in a variable: no output is mistaken for a frame.
# `exit` in a command, and SIGUSR1 for one that hangs, end this shell with a last frame, from which the next one starts.
# `set -x` traces the commands alone: what is done between them is in groups whose trace goes nowhere.
exec 198<&0 199>&2 2>&1 </dev/null
__drillbook_frame() {
  {
    builtin set +x
    if [[ $2 == ended ]]; then builtin declare -p; builtin declare -f; builtin alias -p; fi
    builtin printf '\0'; builtin jobs -rp; builtin jobs -sp
    # The last one, disowned or not.
    if builtin kill -0 "${!-}"; then builtin printf '%s' "$!"; fi
    builtin printf '\0'
  } 2>/dev/null >&199
  builtin printf '\0%s %s %s %s %s\0' "$__drillbook_nonce" "$$" "$1" "$2" "$PWD"
}
__drillbook_status() { builtin return "$1"; }
IFS= builtin read -r -d '' -u 198 __drillbook_command
builtin eval "$__drillbook_command" >/dev/null 2>&1
IFS= builtin read -r -d '' -u 198 __drillbook_command
[[ $__drillbook_command ]] && builtin cd -- "$__drillbook_command"
IFS= builtin read -r -d '' -u 198 __drillbook_nonce
builtin shopt -s expand_aliases
builtin trap '{ __drillbook_frame "$?" ended; } 2>/dev/null' EXIT
builtin trap 'builtin exit 124' USR1
__drillbook_code=0 __drillbook_trace=
__drillbook_frame 0 running
while IFS= builtin read -r -d '' -u 198 __drillbook_command; do
  __drillbook_status "$__drillbook_code"
  builtin eval "$__drillbook_trace$__drillbook_command" 198<&- 199>&-
  {
    __drillbook_code=$? __drillbook_trace=
    [[ $- == *x* ]] && __drillbook_trace="{ builtin set -x; __drillbook_status $__drillbook_code; } 2>/dev/null; "
    __drillbook_frame "$__drillbook_code" running
  } 2>/dev/null
done
builtin trap - EXIT
