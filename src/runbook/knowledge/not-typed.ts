/** Lines that no shell takes, though a program could be called like their first word. */
const NOT_TYPED: readonly RegExp[] = [
  // `drwxr-xr-x 2 root root 4096 …`, as `ls -l` prints it
  /^[bcdlps-](?:[r-][w-][xsStT-]){3}[.+@]?\s/,
  // `[ ] the page is up`, in a list to be printed
  /^\[[ xX]?\]\s/,
  // What kubectl and oc answer: `deployment.apps/web configured`, `pod "web-0" deleted`
  /^[a-z][\w.-]*(?:\/[\w.:-]+| "[\w.:/-]+"(?: from [\w-]+ namespace)?) (?:created|configured|unchanged|patched|scaled|restarted|label(?:l?ed)|unlabel(?:l?ed)|annotated|tainted|untainted|cordoned|uncordoned|drained|evicted|deleted|replaced|exposed|edited|approved|rolled back|paused|resumed|condition met|already exists|image updated|serverside-applied|successfully rolled out)(?: \(.*\))?$/,
  // `terraform {`, `resource "aws_instance" "web" {`: the start of a block of configuration
  /^(?!time\s|do\s|then\s|else\s|function\s)[a-z_]+(?:\s+"[^"]*"){0,3}\s+\{$/,
  // `from shop.models import Order`, `import { x } from './x'`, `const x = await y()`, `def purge(age):`
  /^from\s+[\w.]+\s+import\s|^import\s+(?:\{|\*|\w+(?:,\s*\{[^}]*\})?\s+from\s)|^(?:const|var)\s+[\w{[]|^(?:async\s+)?(?:def|class|func|fn|fun)\s+\w+.*[:{]$|^function\s+\w+\s*\(\s*[^)\s]/,
  // `for x in items:`, `if [type] == "web" {`, `let total = 5`: other languages; a shell has `; then` and no spaces around its `=`
  /^(?:for|while|if|elif|else|try|with)\b[^;]*(?::|\{)$|^(?:let|type|val|my|local)\s+[\w$]+(?::\s*[\w<>]+)?\s+=\s/,
  // `exit code 1`: the builtin takes a number
  /^(?:exit|return) (?:codes?|status(?:es)?)\b/,
  // A line of `git log --oneline`: `4f2a9c1 Fix the cart`
  /^(?=[a-f]*\d)[\da-f]{7,40} (?:\([^)]*\) )?[A-Z]/,
  // A line of sudoers: `ops ALL=(root) NOPASSWD: ALL`
  /^%?[\w.-]+\s+ALL\s*=\s*\(/,
  // The head of a difference
  /^diff --git a\//,
  // A line of sources.list, of pf.conf, of modprobe.d
  /^deb(?:-src)?\s+(?:\[[^\]]*\]\s+)?https?:|^(?:pass|block)\s+(?:in|out|quick|drop|return|log|all)\b|^options\s+\w+\s+\w+=/,
  // `web-0 Running`, `pvc-4711 Bound`: a name and a state
  /^(?=\S*[-\d])(?!\S+\.(?:sh|py|rb|pl)\s)[a-z\d][\w.-]*\s+(?:(?:Not)?Ready|Running|Pending|Bound|Released|Active|Terminating|Completed|Succeeded|Failed|Available|(?:Un)?[Hh]ealthy|Unknown|True|False|(?:Init:)?(?:\w*BackOff|ErrImage\w+|Error|OOMKilled)|ContainerCreating|PodInitializing|Evicted)(?=\s|$)(?!.*\s-)/,
  // `npm install: FAILED`
  /^\S[^|;&]*: (?:FAILED|FAILURE|ERROR|OK|DONE|PASS(?:ED)?|SUCCESS)$/,
  // `true`: an answer
  /^(?:true|false|yes|null)$/,
  // A row of five columns and more, as `lsof` prints it, whatever program it begins with
  /^(?!.*(?:\s-|["'|;&$`\\#=<>]))\S+(?: \S+)*(?: {2,}\S+(?: \S+)*){4,}$/,
];

/** Shows how a program is called, for nobody to type: `shop [-a A] [-b B | --no-b]`, `shop [options] FILE`. */
const SYNOPSIS =
  /\s\[\s?--?[a-z][^\]|]*\|[^\]]*\]|\s\[--?[a-z][^\]]*\][^[]*\s\[--?[a-z]|^[a-z]\S*(?:\s[a-z]\S*)?\s\[(?:options?|flags|global options|opciones|optionen)\](?:\.{3})?\s+\S/i;

/** One that gives an option to be typed is filled in instead: `shop [global options] --port=<port>` */
const isSynopsis = (line: string): boolean =>
  SYNOPSIS.test(line) && !/^\[|\s--?[a-z]/i.test(line.replaceAll(/\[[^\]]*\]/g, ''));

export const isNotTyped = (line: string): boolean =>
  NOT_TYPED.some((form) => form.test(line)) || (line.includes('[') && isSynopsis(line));

/** What is read, and no program: `../deployment/recovery.md`, `docs/topology.svg`. */
export const OF_DOCUMENT =
  /\.(?:mdx?|markdown|rst|adoc|txt|pdf|html?|docx?|xlsx?|pptx?|ya?ml|json|toml|ini|conf|cfg|csv|tsv|xml|log|png|jpe?g|gif|svg|drawio|tf|hcl|tfvars|lock)$/i;

/** Words that a message has, and hardly a command's arguments: `quota shop exceeded, retry is required`. */
export const saysSomething = (line: string): boolean => SAYS_SOMETHING.test(line);

const SAYS_SOMETHING =
  /\s(?:the|is|are|was|were|and|that|this|with|has|have|not|you|your|we|it|will|should|must|can|cannot|which|because|when|then|there|but|if|an?|failed|error|successful(?:ly)?|completed|complete|done|ok|ready|running|found|available|unavailable|refused|denied|occurred|violat(?:es|ed|ion)|exceeded|expired|exhausted|unreachable|mismatch|timed)(?=[\s,]|$)/i;
