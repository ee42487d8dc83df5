const USER_AT_HOST = String.raw`\[?[\w.-]+@[\w.:-]+[^$#%>\n]{0,60}\]?`;
const NAMED = String.raw`(?:sh|bash|ash|zsh|dash|root|worker|host|server|node|pod|remote|local|laptop|master|console|client|admin|user|ubuntu|centos|vagrant|core|[\w.-]*\d[\w.-]*|[\w-]+\.[\w.-]+)(?:-[\d.]+)?(?:[:\s][~/][\w./-]*)?`;
/** Each has a `PROMPT_SIGN`. */
export const SHELL_PROMPTS: readonly RegExp[] = [
  // ➜  infra git:(main) ✗, ➜ ✗; what begins with a dash is no command
  /^\s*➜ {1,2}(?:[\w.~/-]+\s+(?:git:\([^()\n]*\)\s*(?:[✗✔]\s*)?)?|[✗✔]\s+)(?=[^\s-])/,
  /^\s*(?:\([\w.-]+\)\s*)?(?:[~/][\w./-]*\s+)?[$❯➜›λ»¥▶]\s+(?=\S)/,
  /^\s*\$(?=[a-z][\w-]*\s+[\w./<-])(?!\w+\s*=)/,
  new RegExp(String.raw`^\s*(?:\([\w.-]+\)\s*)?${USER_AT_HOST}\s?[$#%>](?:\s+|$)`),
  new RegExp(String.raw`^\s*${NAMED}\s?[$#](?:\s+|$)`),
  /^\s*[~/][\w./-]*\s?[$#%]\s+(?=\S)/,
  // laptop:infra jo$
  /^\s*[\w.-]+:[\w.~/-]+ [a-z][\w.-]*[$#]\s+(?=\S)/,
  // db-1:~>, (venv) db-1:scripts>
  /^\s*(?:\([\w.-]+\)\s*)?[\w.-]+:[~/][\w.~/-]*>\s+(?=\S)/,
  /^\s*\([\w.-]+\)\s*[\w.-]+:[\w.-]+>\s+(?=\S)/,
  /^\s*\[[\w.-]*\s?[~/][\w./-]*\]\s?[$#%]\s+(?=\S)/,
  /^\s*[a-z][\w-]*[$#]\s+(?=\S)/,
  // ~]#, of which the beginning was lost; [nix-shell:/srv]#
  /^\s*(?:[~/][\w./~-]*|\[[\w.-]+:[~/][\w./~-]*)\]\s?[$#]\s+(?=\S)/,
  // [laptop] $, (on web-1) $, container $, web-1> $
  /^\s*(?:\[[a-z][\w .-]{0,30}\]|\([a-z][\w .-]{0,30}\)|container|[a-z][\w.-]*>)\s?\$\s+(?=\S)/,
  // ops@web-1:~#, [ops@web-1 ~]$, ops@web-1$> and no space behind
  /^\s*\[?[\w.-]+@[\w.-]+(?::[~/][\w./~-]*|\s[~\w./-]+\]|\])?(?:[$#]>\s*(?=\S)|(?<=[\]:~/][\w./~-]*)[$#](?=[a-z./]))/,
  // [ceph: root@mon-1 /]#
  /^\s*\[[\w.-]+: [\w.-]+@[\w.-]+ [~/][\w./-]*\][#$]\s+(?=\S)/,
  // [12:03] root@nas:/#
  new RegExp(String.raw`^\s*\[?\d{1,2}:\d\d(?::\d\d)?\]?\s+${USER_AT_HOST}\s?[$#%>]\s+(?=\S)`),
  // ubuntu:~/shop (main) $
  /^\s*[\w.@-]+:\s?[~/][\w./-]*\s\([\w./-]+\)\s?[$#%]\s+(?=\S)/,
  /^\s*(?:\$>\s*(?=[a-z./])|\(initramfs\)\s+(?=\S)|dracut:[~/][\w./]*#\s+(?=\S))/,
  // As MySQL's manual has it.
  /^\s*shell>\s+(?=\S)/,
  /^\s*PS(?: [A-Z]?:?[^>\n]*)?>\s*/,
  // C:\ops>, api/00673a4a:~$
  /^\s*[A-Z]:\\[^<>\n]*>\s*/,
  /^\s*[\w.-]+\/[\w.-]+:[~/][\w./-]*[$#]\s+/,
];

/** What could also be the beginning of a text: a prompt only before what surely is a command. */
export const BEFORE_COMMANDS: readonly {
  readonly form: RegExp;
  /** The least `Likeness` of what follows. */
  readonly least: 1 | 2 | 3;
  /** No shell's, but the author's note on where to type it, which not every line of a block has. */
  readonly note?: true;
}[] = [
  // `root@db: pg_dump shop`: its sign was lost
  { form: /^\s*[\w.-]+@[\w.-]+:\s+(?=\S)/, least: 2 },
  // `[root@db]: vi /etc/shop.conf`
  { form: /^\s*\[[\w.-]+@[\w.-]+\]:\s*(?=\S)/, least: 1 },
  { form: /^\s*\[[\w.-]+\]:\s*(?=\S)/, least: 3 },
  // `nas:~ # zpool status`, `(web-1) # df -h`, `[laptop] # git push`, `#> reboot`
  {
    form: /^\s*(?:[A-Za-z][\w.-]*:[~/][\w.~/-]* #|\([a-z][\w .-]{0,30}\)\s?#|\[[a-z][\w .-]{0,30}\]\s?#|#>)\s+(?=\S)/,
    least: 2,
  },
  // `[at the source] systemctl stop web`
  {
    form: /^\s*\[(?!(?:info|warn(?:ing)?|error|debug|trace|notice|fatal|ok)\])[a-z\d][\w ,.'-]{1,50}\]\s+(?=\S)/,
    least: 3,
    note: true,
  },
  { form: /^\s*[\w.-]+:[a-z][\w.-]*>\s+(?=\S)/, least: 1 },
  { form: /^\s*(?:[a-z][\w.-]*[>%]|[~/][\w./-]*>)\s+(?=\S)/, least: 3 },
];
