import type { Syntax } from './client.ts';
import { WINDOWS_LANGUAGES } from './windows.ts';
import { words, wordSet } from './words.ts';

/** What a fence holds, by the language it names; `strange` is a name that is no language's. */
export type Content = 'shell' | 'console' | 'unknown' | 'strange' | 'sql' | 'redis' | Syntax | 'other';

const LANGUAGES: Readonly<Record<Exclude<Content, 'other' | 'strange'>, string>> = {
  shell: `sh bash shell zsh ksh fish dash csh tcsh ash bash-interactive azurecli azurecli-interactive azure-cli azurecli-cli cli shellscript shell-script linux unix ${[...WINDOWS_LANGUAGES].join(' ')}`,
  console:
    'console screen shell-session shellsession sh-session bash-session terminal term prompt session pycon',
  unknown:
    'text txt plain plaintext none raw code command commands cmdline command-line nohighlight no-highlight',
  sql: 'sql postgresql postgres pgsql psql mysql plsql plpgsql mariadb tsql t-sql mssql sqlserver oracle sqlplus sqlite cql cypher influxql hql hiveql clickhouse',
  redis: 'redis redis-cli',
  line: '',
  python: 'python py python3',
  ruby: 'ruby rb irb',
  js: 'js javascript mongodb mongo mongosh',
  php: 'php',
};

/** What is shown rather than typed: data, configuration, code, output, diagrams. Any other name says no more than none. */
const SHOWN = wordSet(`
  yaml yml json json5 jsonc jsonl ndjson toml ini cfg conf config configuration properties props env dotenv xml html xhtml htm svg css scss sass less csv tsv md markdown
  mdx rst adoc asciidoc tex latex bibtex diff patch log logs output out stdout stderr result results response http https rest curl-output nginx apache apacheconf
  haproxy caddy caddyfile dockerfile docker-compose compose makefile make mk cmake meson ninja gradle groovy jenkinsfile hcl terraform tf tfvars nomad bicep arm
  pkl dhall jsonnet libsonnet cue nix starlark bzl bazel rego sentinel cedar graphql gql proto protobuf thrift avro avsc asn1 abnf ebnf bnf c h cpp c++ cc cxx hpp
  cs csharp c# fs fsharp f# vb vbnet vbscript java jsp kotlin kt kts scala clojure clj cljs edn go golang rust rs swift objc objectivec objective-c dart php blade
  twig erb haml slim jinja jinja2 j2 django liquid mustache handlebars hbs ejs pug vue svelte astro jsx tsx ts typescript coffee coffeescript lua perl pl raku r rmd
  julia jl matlab octave fortran f90 cobol pascal delphi ada d nim zig crystal cr v vlang haskell hs elm purescript ocaml ml reason elixir ex exs eex heex erlang erl
  gleam lisp elisp scheme racket prolog smalltalk tcl awk sed vim viml vimscript emacs-lisp assembly asm nasm wasm wat solidity vyper move cairo verilog vhdl
  systemverilog cuda opencl glsl hlsl wgsl mermaid plantuml puml uml dot graphviz ascii ascii-art asciiart art diagram tree directory structure math katex sequence
  flow gantt chart email mail regex regexp template tmpl gotmpl gohtml go-template helm kubernetes k8s manifest systemd service unit udev crontab cron sudoers
  ssh-config sshconfig sshd_config hosts passwd fstab logstash fluentd fluentbit vector alloy river telegraf prometheus alertmanager grafana openapi swagger
  asyncapi raml wsdl xsd xslt xquery xpath sparql cypher cql n1ql influxql aql gremlin datalog pig dax mdx-olap abap apex rpg sas stata spss spec rpmspec
  puppet pp chef salt sls ansible cloudformation cfn serverless feature gherkin cucumber robot robotframework postscript ps-data po gettext pot reg registry bib
  cisco ios ios-xe iosxe nxos eos junos juniper routeros mikrotik fortios panos vyos dns zone bind dnszone named pf iptables nftables selinux apparmor
  stacktrace traceback trace error errors exception backtrace dump hexdump text-output example-output sample sample-output expected expected-output
  csv-table table note notes tip warning info important caution danger admonition figure list-table toctree include literalinclude raw-html rawhtml
  javascript-react react console-output terminal-output shell-output slack chat prompt-template promptly gitignore gitattributes editorconfig gitconfig npmrc
  desktop dbus policy polkit kickstart ks preseed cloud-config cloudinit ignition butane user-data pem cert certificate key pgp asc base64 hex binary
  sql-output mysql-output url uri link path paths file files filename vcl varnish rsyslog syslog logrotate squid postfix dovecot exim sendmail samba smb snmp mib
  qml gdscript godot unity shader ino arduino processing openscad gcode kconfig devicetree dts ld linker bitbake bb gn buck just justfile taskfile rake gemfile
  podfile procfile pipfile requirements pyproject package.json tsconfig eslintrc dataweave apl forth factor io j k q kdb splus mathematica wolfram maple maxima
  sage gnuplot idl labview lilypond abc musicxml bpmn dmn drools ruleset opa promtail mjs cjs mts cts es6 stylus func fsx csx nasl wdl cwl nextflow snakemake smk tla coq lean agda idris isabelle
  versionadded versionchanged deprecated seealso tab-item tab-set dropdown grid card button hint attention
  yara sigma suricata snort zeek modsecurity
`);

const BY_NAME = new Map(
  Object.entries(LANGUAGES).flatMap(([content, names]) =>
    words(names).map((name) => [name, content as Content] as const),
  ),
);

/** Shells whose grammar is not bash's: a block of theirs is typed, and bash need not understand it. */
const OTHER_SHELLS = wordSet('zsh fish csh tcsh nu nushell xonsh elvish');

export const isOfOtherShell = (language: string): boolean => OTHER_SHELLS.has(language);

/** Languages that are typed into a page, never at a prompt, whatever stands before them. */
const QUERIES = wordSet('promql logql traceql lucene kql esql kuery flux spl metricsql');

export const isQueryLanguage = (language: string): boolean => QUERIES.has(language);

/** `kubernetes`, `nginx.conf`, `app/main.rs`, `output-1` */
const isShown = (language: string): boolean =>
  isQueryLanguage(language) ||
  SHOWN.has(language) ||
  SHOWN.has(/\.(\w+)$/.exec(language)?.[1] ?? '') ||
  /^(?:output|log|yaml|json|xml|html)\b|\b(?:output|log|yaml|json)$/.test(language);

/** What a fence of this language holds; a fence without one may hold anything. */
export const contentOf = (language: string): Content => {
  if (language === '') return 'unknown';
  const known = BY_NAME.get(language);
  if (known !== undefined) return known;
  // A slip of the pen (`8sh`), or no language at all but the first words of a command (`kubectl get …`).
  if (/^\d*(?:ba)?sh\W?$/.test(language)) return 'shell';
  return isShown(language) ? 'other' : 'strange';
};
