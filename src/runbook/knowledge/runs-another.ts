import { DOCKER_RUN, SSH, valued } from './valued-options.ts';

/** Commands that start another one, elsewhere or with other rights. The last group is what they start. */
export const RUNS_ANOTHER: readonly RegExp[] = [
  /^(?:kubectl|oc|k|microk8s|virtctl)\s.*?\s--\s+(.+)$/s,
  new RegExp(
    String.raw`^(?:docker|podman|nerdctl|crictl|docker-compose)\s+(?:compose\s+)?(?:-\S+(?:\s+[^\s-]\S*\.ya?ml)?\s+)*(?:container\s+)?(?:exec|run)\s+(?:${valued(DOCKER_RUN)}\s+[^\s-]\S*\s+|(?!--name\s)-\S+\s+)*[^\s-]\S*\s+(.+)$`,
    's',
  ),
  /^(?:oc|kubectl)\s+(?:-n\s+\S+\s+)?rsh\s+(?:-[nc]\s+[^\s-]\S*\s+|-(?![nc]\s)\S+\s+)*[^\s-]\S*\s+([^-].*)$/s,
  new RegExp(
    String.raw`^(?:ssh|autossh)\s+(?:${valued(SSH)}\s+[^\s-]\S*\s+|(?!${valued(SSH)})-\S+\s+)*[^\s-]\S*(?:\s+-[tTqA]+)*\s+(?:--\s+)?([^-].*)$`,
    's',
  ),
  /^gcloud\s.*\sssh\s.*?--command[ =](.+)$/s,
  /^(?:bundle\s+exec\s+)?knife\s+ssh\s+(?:-\S+\s+)*(?:'[^']*'|"[^"]*"|\S+)\s+(?:-\S+\s+(?=['"-]))*(?:--\s+)?(.+)$/s,
  /^ansible\s+.*?\s(?:-a|--args)[ =](.+)$/s,
  /^(?:\/\S+\/)?(?:ba|z|da|a|k)?sh\s+(?:-\w+\s+)*-\w*c\s+(.+)$/s,
  /^su\s.*?\s(?:-c|--command)[ =]\s*(.+)$/s,
  /^(?:xargs|parallel)\s+(?:(?:-[nPLIsdE]|--max-[\w-]+)\s+[^\s-]\S*\s+|-\S+\s+)*([^\s-].*)$/s,
  /^chroot\s+(?:-\S+\s+)*\S+\s+(.+)$/s,
  /^nsenter\s+(?:--?\w[\w-]*(?:[ =](?:\d+|_+|\$\S+))?\s+)+(?:--\s+)?([^\s-].*)$/s,
  /^ip\s+netns\s+exec\s+\S+\s+(.+)$/s,
  /^runuser\s.*?(?:--|-c)\s+(.+)$/s,
  // For each file, under a lock, again and again, as a unit, traced: find . -exec rm {} +, flock /tmp/lock sh x.sh
  /^find\s.*?\s-(?:exec|execdir|ok|okdir)\s+(.+?)(?:\s+(?:\\?;|\+).*)?$/s,
  /^flock\s+(?:(?:-[wE]|--timeout|--wait)\s+[^\s-]\S*\s+|-(?!c\b)\S+\s+)*[^\s-]\S*\s+(?:-c\s+)?([^\s-].*)$/s,
  /^watch\s+(?:(?:-n|--interval)\s+[\d.]+\s+|-\S+\s+)*([^\s-].*)$/s,
  /^systemd-run\s+(?:(?:-[pEMGH]|--(?:property|setenv|unit|uid|gid|slice|on-\w+))\s+[^\s-]\S*\s+|-\S+\s+)*([^\s-].*)$/s,
  /^(?:s|l)trace\s+(?:-[epoPsSuEI]\s+[^\s-]\S*\s+|-\S+\s+)*([a-z/].*)$/s,
  /^(?:gosu|su-exec|setuidgid|chpst\s+-u)\s+\S+\s+(.+)$/s,
  /^(?:numactl|taskset|chrt|cgexec|unbuffer|caffeinate|torsocks|tini|dumb-init)\s+(?:-[gcm]\s+[^\s\d-]\S*\s+|-\S+\s+|\d\S*\s+)*([a-z/].*)$/s,
  /^eval\s+(.+)$/s,
  // With secrets or an environment of its own: doppler run -- rails console, poetry run flask shell
  /^(?:infisical|doppler|op|aws-vault|chamber|teller|dotenvx|mise|devbox|saml2aws)\s.*?\s--\s+(.+)$/s,
  /^aws-vault\s+exec\s+[^\s-]\S*\s+([^\s-].*)$/s,
  /^(?:(?:poetry|pipenv|pdm|uv|rye|hatch|railway)\s+run|bundle\s+exec)\s+([^\s-].*)$/s,
  // On a platform, in a guest, on many hosts: fly ssh console -C "rm x", lxc exec web -- bash, salt '*' cmd.run 'reboot'
  /^heroku\s+run\s+(?:-[ar]\s+\S+\s+|--(?:app|remote)[ =]\S+\s+|--\s+)*([^\s-].*?)(?:\s+(?:-[ar]\s+|--(?:app|remote)[ =])\S+)?$/s,
  /^(?:fly|flyctl|cf|vagrant|bosh|juju|gcloud|az)\s(?:.*\s)?(?:ssh|exec)\s(?:.*?\s)??(?:-c|-C|--command)[ =](.+)$/s,
  /^(?:(?:lxc|incus|pct)\s+exec\s+\S+|lxc-attach\s.*?)\s+--\s+(.+)$/s,
  /^(?:multipass|limactl|colima|docker-machine|machinectl|nomad\s+alloc)\s+(?:exec|shell|ssh)\s+(?:(?:-[a-z]+|--)\s+)*[^\s-]\S*\s+(?:--\s+)?([^\s-].*)$/s,
  /^juju\s+(?:ssh|exec|run)\s+(?:-\S+\s+\S+\s+)*[\w-]+(?:\/\S+)?\s+([a-z/'"].*)$/s,
  /^minikube\s+ssh\s+(?:--\s+)?(['"a-z].*)$/s,
  /^(?:direnv|mise|asdf)\s+exec\s+[^\s-]\S*\s+(?:--\s+)?([^\s-].*)$/s,
  /^aws\s+ecs\s+execute-command\s.*?--command[ =](.+)$/s,
  /^(?:parallel-ssh|pssh)\s+(?:(?:-[hHlptoe]|--\w+)\s+[^\s-]\S*\s+|-(?![hHlptoe]\s)\w+\s+)*([^\s-].*)$/s,
  /^salt\s.*\scmd\.run\s+(.+)$/s,
  /^(?:pdsh|clush)\s+-\w*w\s*(?:'[^']*'|"[^"]*"|\S+)\s+(?:-\S+\s+)*([^\s-].*)$/s,
];

/** Commands that end what they start after a while. */
export const ENDS_IT = /^g?timeout\s+(?:-\w+\s+(?:[A-Z]+\s+)?|--\S+\s+)*[\d._$]\S*\s+(.+)$/s;

/** Words of the shell's own that stand before a command. */
export const LEADS_IN =
  /^(?:(?:do|then|else|elif|if|while|until|!)\s+|(?:function\s+)?[\w-]+\s?\(\)\s*\{\s*|[({]\s*|<\s*[\w./-]+\s+)+/;
