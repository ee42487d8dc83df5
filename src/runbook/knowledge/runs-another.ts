/** Commands that start another one, elsewhere or with other rights. The last group is what they start. */
export const RUNS_ANOTHER: readonly RegExp[] = [
  /^(?:kubectl|oc|k|microk8s|virtctl)\s.*?\s--\s+(.+)$/s,
  /^(?:docker|podman|nerdctl|crictl|docker-compose)\s+(?:compose\s+)?(?:-\S+(?:\s+[^\s-]\S*\.ya?ml)?\s+)*(?:container\s+)?(?:exec|run)\s+(?:(?:-\w*[euwvpl]|--(?:env|user|workdir|name|network|volume|publish|entrypoint|index|platform|memory|cpus))\s+[^\s-]\S*\s+|(?!--name\s)-\S+\s+)*[^\s-]\S*\s+(.+)$/s,
  /^(?:oc|kubectl)\s+(?:-n\s+\S+\s+)?rsh\s+(?:-[nc]\s+\S+\s+|-(?![nc]\s)\S+\s+)*[^\s-]\S*\s+([^-].*)$/s,
  /^(?:ssh|autossh)\s+(?:-[BbcDEeFIiJLlmOopQRSWw]\s+[^\s-]\S*\s+|(?!-[BbcDEeFIiJLlmOopQRSWw]\s)-\S+\s+)*[^\s-]\S*(?:\s+-[tTqA]+)*\s+([^-].*)$/s,
  /^gcloud\s.*\sssh\s.*?--command[ =](.+)$/s,
  /^(?:bundle\s+exec\s+)?knife\s+ssh\s+(?:-\S+\s+)*(?:'[^']*'|"[^"]*"|\S+)\s+(?:-\S+\s+(?=['"-]))*(?:--\s+)?(.+)$/s,
  /^ansible\s+.*\s(?:-a|--args)[ =](.+)$/s,
  /^(?:\/\S+\/)?(?:ba|z|da|a|k)?sh\s+(?:-\w+\s+)*-\w*c\s+(.+)$/s,
  /^su\s.*?\s(?:-c|--command)[ =]\s*(.+)$/s,
  /^(?:xargs|parallel)\s+(?:(?:-[nPLIsdE]|--max-[\w-]+)\s+[^\s-]\S*\s+|-\S+\s+)*([^\s-].*)$/s,
  /^chroot\s+(?:-\S+\s+)*\S+\s+(.+)$/s,
  /^nsenter\s+(?:--?\w[\w-]*(?:[ =](?:\d+|_+|\$\S+))?\s+)+(?:--\s+)?([^\s-].*)$/s,
  /^ip\s+netns\s+exec\s+\S+\s+(.+)$/s,
  /^runuser\s.*?(?:--|-c)\s+(.+)$/s,
];

/** Commands that end what they start after a while. */
export const ENDS_IT = /^g?timeout\s+(?:-\w+\s+(?:[A-Z]+\s+)?|--\S+\s+)*[\d._$]\S*\s+(.+)$/s;

/** Words of the shell's own that stand before a command. */
export const LEADS_IN = /^(?:(?:do|then|else|elif|if|while|until|!)\s+|[({]\s*|<\s*[\w./-]+\s+)+/;
