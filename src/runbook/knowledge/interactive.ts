import { YES, type Trait } from './trait.ts';
import { anyOf } from './words.ts';

/** Programs that fill the terminal: editors, pagers, monitors, multiplexers. They need it also at the end of a pipeline. */
export const FULL_SCREEN: Trait = {
  form: /^(?:\S*\/)?(?:vi|vim|nvim|vimdiff|nano|pico|emacs|emacsclient|joe|micro|ed|view|less|more|most|man|mc(?!\s+[a-z])|ranger|fzf|lnav|top|htop|atop|btop|bpytop|bashtop|glances|nmon|iotop|iftop|nethogs|nload|bmon|powertop|slabtop|pg_top|pg_activity|innotop|mytop|ctop|dive|lazydocker|lazygit|tig|k9s|k9scli|pm2\s+monit|talosctl\s+(?:-\S+\s+[^\s-]\S*\s+)*dashboard|ncdu|mtr|mutt|visudo|vipw|vigr|sudoedit|nmtui|raspi-config|tmux|screen|byobu|nvtop|systemd-cgtop|varnishtop|varnishhist|minicom|picocom|alsamixer|aptitude(?=$)|cfdisk|gitui|[\w.]+-tui|\$\{?(?:EDITOR|VISUAL|PAGER)\}?)(?=\s|$)/,
  unless:
    /\s(?:-b\w*|-\w*bn?\d*|-n\s*\d+|-S\s+-dm\S*|-dmS|new(?:-session)?\s+-d|-es|-?-version|--batch|--report\S*|-r\w*|-c\s*\d+|-ls|ls|-X|kill-\S+|list-\S+|has-session|send-keys|new-session\s+-d)(?=\s|$)/,
};

/** Commands that need a person at a terminal, or wait for typing. Matched on each program that a command starts. */
export const INTERACTIVE: readonly Trait[] = [
  FULL_SCREEN,

  // Opens an editor.
  {
    form: /^(?:kubectl|oc|k|virsh|argocd|kubectl-\w+|kops|talosctl|k3s|microk8s|lxc|incus|eyaml|g?opass|pass|nomad|crm)\s(?:.*\s)?edit(?=\s|$)/,
    unless: /\s(?:can-i|--output-patch|--(?:un)?set|--dry-run)\b|\s-f\s|</,
  },
  { form: /^(?:kubectl|oc)\s.*\s--edit(?=\s|$)|^sudo\s+-e\s|^[Nn]otepad(?:\.exe)?(?=\s|$)/ },
  {
    form: /^(?:crontab\s+(?:\S+\s+)*-\w*e\b|systemctl\s+(?:\S+\s+)*edit\b|ansible-vault\s+(?:edit|create)\b)/,
  },
  {
    form: /^sops\s+(?:edit\s+)?[^-\s]\S*$|^(?!(?:grep|echo|man)\s)[a-z][\w.-]*\s+(?:-\S+\s+\S+\s+)*(?:[a-z]\S*\s+)?edit-config(?=\s|$)|^eb\s+config\b/,
    unless: YES,
  },
  {
    form: /^(?:\S*bin\/)?(?:bundle\s+exec\s+)?(?:rails|rake)\s.*\bedit(?:_\w+)?(?=[\s['":]|$)|^knife\s(?:.*\s)?edit(?=\s|$)|^EDITOR=/,
  },
  {
    form: /^git\s+(?:-\S+\s+\S+\s+)*(?:rebase\s.*(?:-i|--interactive)|add\s+(?:-p|-i|--patch)|mergetool|commit)(?=\s|$)/,
    unless: /\s(?:-\w*m|--message\S*|-F|--no-edit|--no-commit|-C|--fixup\S*|--continue)(?=[\s"']|$)/,
  },

  {
    form: /^git\s+(?:-\S+\s+\S+\s+)*revert\s/,
    unless: /\s(?:--no-edit|--no-commit|-n|--abort|--continue|--quit)(?=\s|$)/,
  },
  {
    form: /^(?:add-apt-repository\s|kubeadm\s+upgrade\s+apply\b)/,
    unless: /\s(?:-y|--yes|--dry-run)(?=\s|$)/,
  },

  // A shell, or another machine's, with nothing to run in it.
  { form: /^(?:\S*\/)?(?:ba|z|a|da|k|fi)?sh(?:\s+-(?=\w*[il])\w+|\s+--login)*$/ },
  {
    form: /^(?:kubectl|oc|k|docker|podman|nerdctl|crictl|docker-compose|lxc|incus|ctr|heroku|scalingo|railway|dokku|convox|kamal|ddev|lando|okteto|sail|nomad|singularity|apptainer|kubectl-\S+|minikube)\s.*\b(?:exec|run)\s+(?:.*\s)?(?:--)?(?:\/\S*\/)?(?:ba|z|a|da|k)?sh(?:\s+-(?=\w*[il])\w+)*(?:\s+(?:-n|--namespace|--context|-a|--app|-r|--remote|-s|--size)[ =]\S+)*$/,
  },
  {
    form: /^(?:kubectl|oc|k)\s(?:.*\s)?exec\s+(?:(?:-[nc]|--namespace|--container)\s+[^\s-]\S*\s+|-(?![nc]\s)\S+\s+)*[^\s-]\S*(?:\s+(?:(?:-[nc]|--namespace|--container)[ =]\S+|-[it]+))*$/,
  },
  {
    form: /^(?:docker|podman|nerdctl|docker-compose)\s+(?:compose\s+)?run\s(?:.*\s)?(?:-\w*i\w*t\w*|-\w*t\w*i\w*|-i\s+-t|-t\s+-i)\s/,
  },
  {
    form: /^(?:kubectl|oc|k)\s(?:.*\s)?run\s(?:.*\s)?(?:-\w*i\w*t\w*|-\w*t\w*i\w*|-i\s+-t|-t\s+-i|--stdin\s+--tty|-i\s+--tty)(?=\s|$)/,
  },
  {
    form: /^(?:oc|kubectl)\s(?:.*\s)?(?:rsh|debug)(?=\s)/,
    unless:
      /\s--\s+\S|\srsh\s+(?:-[nc]\s+[^\s-]\S*\s+|-(?![nc]\s)\S+\s+)*[^\s-]\S*\s+[^\s-]|\s(?:-o|--dry-run)\b/,
  },
  { form: /^(?:docker|podman|nerdctl|kubectl|oc)\s(?:.*\s)?attach\s/ },
  // The terminal is handed to what is started: kamal app exec -i "bin/rails console"
  {
    form: /^kamal\s(?:.*\s)?exec\s(?:.*\s)?(?:-i|--interactive)(?=\s|$)|^kamal\s+(?:.*\s)?(?:console|shell|dbc|dbconsole)$|^copilot\s+(?:svc|task)\s+exec(?=\s|$)|^az\s+container(?:app)?\s+exec(?=\s|$)|^(?:dokku|sail|devspace|(?:\S*\/)?launcher)\s+enter\s/,
    unless: /\s--(?:yes=false|detach)\b/,
  },
  {
    form: /^(?:lxc|incus)\s+(?:shell|console)\s|^qm\s+terminal\s|^xl\s+console\s|^(?:kubectl|k)\s(?:.*\s)?(?:node-shell|node-ssh|iexec)\s/,
    unless: /\s--\s/,
  },
  { form: /^bosh\s(?:.*\s)?ssh(?=\s|$)/, unless: /\s(?:-c|--command|--opts)[ =]/ },
  {
    form: /^(?:platform|upsun|magento-cloud|terminus|lando|ddev|render|clever|aptible|convox|pantheon)\s+ssh(?:\s+-\S+(?:\s+[^\s-]\S*)?)*$/,
  },
  // It asks there: for a password, or a yes.
  { form: /^ssh\s+(?:-[BbcDEeFIiJLlmopQRSWw]\s+[^\s-]\S*\s+|-\S+\s+)*?-t{1,2}\s/ },
  {
    form: /^(?:ssh|slogin|mosh|autossh)\s+(?:-[BbcDEeFIiJLlmopQRSWw]\s+[^\s-]\S*\s+|-\S+\s+)*[^\s-]\S*(?:\s+-(?:[iploFJLDR]\s*\S+|[tvA]+))*$/,
    unless: /\s-\w*[NfOWQ]\w*(?=\s|$)/,
  },
  {
    form: /^(?:gcloud|az|docker-machine|vagrant|eb|fly|flyctl|heroku|railway|minikube|multipass|kops|limactl|tsh|cf|virtctl|colima|orb|juju|pscale|doctl|hcloud|linode-cli|nebius|oci)\s(?:.*\s)?(?:ssh|shell|ps:exec|console|bastion)(?=\s|$)/,
    unless:
      /--(?:command|run|script|dry-run)\b|\s-[cC]\s|\sssh\s+[^\s-]\S*\s+(?:""|[a-z]\S*\s)|^juju\s+ssh\s+\S+\s+[^\s-]|\stunnel\s|\s-\w*N\w*\s/,
  },
  {
    form: /^aws\s.*\b(?:start-session|execute-command\s.*--interactive)\b/,
    unless: /--document-name\s+AWS-StartPortForwarding/,
  },
  {
    form: /^(?:su|(?:sudo|doas|dzdo|pbrun)\s+su)(?:\s+(?:-l?|--login|-s\s+\S+))*(?:\s+(?:-u\s+)?[\w.$-]+)?(?:\s+(?:-|-s\s+\S+))*$/,
  },
  // sudo -iu postgres, sudo -u shop -s /bin/bash
  {
    form: /^(?:sudo|doas|dzdo)(?=\s(?:.*\s)?(?:-[A-Za-z]*[is][A-Za-z]*|--login|--shell)(?=\s|$))(?:\s+(?:-[A-Za-z]*[ugUhC]\s+[^\s-]\S*|-[A-Za-z]+|--(?:login|shell|preserve-env\S*|user[ =]\S+)))+(?:\s+(?:\/\S*\/)?(?:ba|z)?sh)?$/,
  },
  { form: /^sudo\s+-u\s+\S+\s+(?:\/\S*\/)?(?:ba|z)?sh$|^(?:dzdo|pbrun)\s+(?:\/\S*\/)?(?:ba|z|k)?sh$/ },
  {
    form: /^(?:(?:arch-)?chroot\s+\S+(?:\s+\S*sh)?|unshare\s.*sh|toolbox(?:\s+enter.*)?|login|newgrp(?:\s+\w+)?|nix-shell(?:\s+-p(?:\s+[\w.-]+)+)?|nix\s+(?:develop|shell)(?:\s+(?!-c\b|--command\b)\S+)*|(?:tailscale|tsh)\s+ssh\s+(?:-\S+\s+)*[^\s-]\S*|poetry\s+shell|pipenv\s+shell|aws-vault\s+exec\s+\S+|cephadm\s+shell|(?:machinectl|distrobox)\s.*(?:shell|enter).*|virsh\s+console\s.*|virtctl\s+(?:console|vnc|ssh)\s.*|vagrant\s+ssh(?![\w-]|\s(?:.*\s)?(?:-c|--command)[ =]).*|pct\s+enter\s.*|ipmitool\s.*\bsol\s+activate.*|telepresence\s+shell)$/,
  },
  // It asks for a password, too.
  { form: /^gcloud\s+(?:(?:alpha|beta)\s+)?sql\s+connect\b|^az\s.*\bconnect\s.*--interactive\b/ },
  // A target that opens one: make db-shell, just psql, inv ipmi-serial --host web-1
  {
    form: /^(?:make|just|task|inv|invoke|fab|rake)\s(?:-\S+\s+)*(?:(?:[\w-]+[-:_])?(?:console|repl|serial|bash|ssh|psql|dbshell)|(?:db|database|app|web|pod|container|dev|remote|django|rails|python|flask|node|backend|api|server|worker|prod|production|staging|qa|redis|mysql|mongo|k8s|cluster)[-_:]shell|(?:prod|production|staging|qa|dev|test|sandbox|review|uat|preprod)\s+(?:shell|console|repl|ssh|bash|psql|dbshell))(?=\s|$)/,
  },
  // A script named like the client that it opens: test/redis-cli.sh -h 10.0.0.2
  {
    form: /^(?:\S*\/)?(?:(?:run|open|start|connect|prod|production|staging|dev|test)[-_])?(?:redis-cli|psql|mysql|mongo(?:sh)?|console|db-?shell|shell)\.sh(?:\s+-{1,2}\w[\w-]*(?:[ =][^\s-]\S*)?)*$/,
    unless: /\s(?:-[cefhy]|--(?:command|eval|execute|file|help|yes))(?=[\s=]|$)(?<!\s-h(?=\s))/,
  },
  // Windows: another host's shell, and its own.
  {
    form: /^(?:Enter-PSSession|etsn)\s|^(?:powershell|pwsh|cmd|wsl)(?:\.exe)?$|^wsl\s+-d\s+\S+$/i,
  },
  // Some program's own: `sentry shell`.
  {
    form: /^\S+(?:\s+-\S+)*\s(?:shell|console|repl)$|^(?:\S*\/)?\w[\w.]*[-.]console$|^cap\s+\S+\s+[\w:]*console$/,
    unless:
      /^(?:echo|printf|which|whereis|type|man|info|help|cat|less|ls|cd|mkdir|rm|g?rep|apropos|export|touch|kubectl|oc|docker)\s/,
  },
  { form: /^nsenter(?:\s+--?\w[\w-]*(?:[ =](?:\d+|_+|\$\S+))?)+$/ },

  // A shell on a node of a batch system: srun --pty bash, qsub -I
  {
    form: /^srun\s(?:.*\s)?--pty(?=\s|$)|^salloc(?:\s+-[^\s=]+(?:=\S*|\s+[^\s./-]\S*)?)*$|^qsub\s(?:.*\s)?-I(?=\s|$)|^bsub\s(?:.*\s)?-I[sp]?(?=\s)|^(?:qlogin|qrsh|sinteractive)(?=\s|$)|^condor_ssh_to_job\s/,
    unless: /--no-shell\b/,
  },
];

/** What no program asks anything with; a page of git's manual is read, and what is run in a container may end, but is given a terminal. */
export const ASKS_FOR_HELP =
  /^(?!(?:git|docker|podman|nerdctl|docker-compose|kubectl|oc|k)\s)\S+(?:\s.*)?\s(?:--?help(?=\s|$)|--?version$)|^\S+\s-[h?]$/;

/** Statements of a client that ask for more, or whether to go on. */
export const INTERACTIVE_TEXT =
  /^\s*(?:\\password\b|set\s.*\splain-text-password\s*$|request\s+system\s+(?:halt|reboot|power-off|zeroize)\s*$|reload\s*$|write\s+erase\s*$)/;

/** What a text says of a command that waits for a person: "type the version to confirm", "(interactive)", "an interactive view of …". */
export const ASKS_BY_REMARK = anyOf(
  /^interactive\b/i,
  /\(interactive\)/i,
  /\binteractively\b/i,
  // "an interactive menu"; not "a non-interactive mode"
  /(?<!(?:non-|not?\s|without\s)\S{0,3})\binteractive\s+(?:view|menu|session|shell|mode|prompts?|wizard|console|tool|script|installer|setup|program|tui|terminal)\b/i,
  // "type the version to confirm"
  /\btype\s+(?:\S+\s+){1,4}to\s+(?:confirm|continue|proceed)\b/i,
  // "it asks for the password"
  /\b(?:asks|prompts|(?:will|may)\s+(?:ask|prompt))\s+(?:(?:you|the\s+user)\s+)?(?:for|to|whether|if|before)\s/i,
  // "you will be prompted"
  /\b(?:you\s+will|you'll|you\s+(?:may|might|should))\s+be\s+(?:asked|prompted)\b/i,
  // "enter the id when asked"
  /\b(?:enter|type|give|provide|choose|select|confirm|answer|press)\s[^.;]{1,60}\swhen\s+(?:asked|prompted|it\s+asks)\b/i,
  // "when prompted, answer …"
  /\bwhen\s+(?:asked|prompted)\b,?\s+(?:enter|type|answer|confirm|choose|say)\b/i,
  // "enter your password"
  /\b(?:enter|type)\s+(?:your|the)\s+(?:\w+\s+)?(?:password|passphrase|pin)\b/i,
  // "answer yes"
  /\b(?:answer|confirm\s+with|type)\s+[`"']?(?:y|yes)\b/i,
  // "opens an editor"
  /\bopens\s+(?:an?|your)\s+(?:editor|menu|shell|prompt)\b/i,
);

/** What a program prints when it asks: "Do you want to continue? [y/N]", "Type 'yes' to proceed", "Enter passphrase:". */
export const ASKS_IN_OUTPUT =
  /^(?!.*\bcontinue connecting\b).*?(?:[[(]y(?:es)?\s?\/\s?n(?:o)?[\])]|\bare you (?:really |absolutely )?sure\b[^?]{0,100}\?|\bdo you (?:really |still )?(?:want|wish) to (?:continue|proceed|delete|remove|destroy|apply|perform)\b[^?]{0,100}\?|\btype ["'`]?yes["'`]? to\b|\bonly ["'`]yes["'`] will be accepted\b)|^\s*(?:(?:enter|new|current|old|confirm|repeat|retype|re-enter)\s+){0,3}(?:\w+\s+)?(?:password|passphrase)(?:\s+(?:for|of)\s[^:]{1,60})?:\W*$/i;

/** It may ask, but not as it is typed here. */
export const ASKS_NOTHING =
  /\s(?:-y|--yes|-f|--force|--batch|--no-?input|--non-?interactive|--auto-approve|--dry-?run|--help|-h)(?=[\s=]|$)|<|^\s*(?:yes|echo|printf)\b[^|]*\|/i;
