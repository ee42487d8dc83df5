import type { PlaceholderForm } from './form.ts';
import { after, before, isInSql, isLookedFor } from './around.ts';
import { things } from './things.ts';

/** `add user (username)`, `chown -R (user) /home/(user)`: no shell takes that. */
export const IN_ROUND_BRACKETS = things(
  String.raw`(?<=[a-z\d)]\s|\/|\s[A-Z][a-z]+=)\((user|(?:THING)(?:[ _-]?name|[ _-]id)?)\)(?=[\s/]|$)`,
);

/** Of what one is typed: an environment, an order, a state. */
const CHOSEN =
  'prod|production|staging|stage|qa|uat|dev|development|test|sandbox|preprod|review|start|stop|restart|reload|status|enable|disable|up|down|on|off|yes|no|true|false|primary|replica|blue|green|reboot|boot';

/** What a reader must replace, in brackets or signs of some kind, or told by a choice. */
export const IN_BRACKETS: readonly PlaceholderForm[] = [
  {
    // <pod-name>, <your namespace>, <2nd node>, <...>
    has: ['<'],
    form: /<\s*([\p{L}\d.][^<>\n|;&$`"]{0,70}?)\s*>(?!>)/gu,
    not: (match) =>
      before(match).endsWith('<') ||
      // MAIL FROM:<ops@example.org>
      (/\b(?:from|to):\s*$/i.test(before(match)) && /^\S+@\S+\.\w+$/.test(match[1] ?? '')) ||
      /^(?:br|p|a|b|i|div|html|body|EOF)$/i.test(match[1] ?? '') ||
      /=~?$/.test(match[1] ?? '') ||
      /^(?:\d+|\d*[\s=]+\d*|\d+\.\d+)$/.test(match[1] ?? ''),
  },
  // kubectl drain ‹node›, «имя узла», 【节点】
  {
    has: ['‹', '«', '＜', '【'],
    form: /[‹«＜【]\s?([\p{L}][^‹›«»＜＞【】\n|;&$`"]{0,40}?)\s?[›»＞】]/gu,
    not: (match) => /\b(?:echo|printf|-m)\s[^|;]*$/.test(before(match)),
  },
  // [名称或 ID], {имя-пода}
  {
    has: ['[', '{'],
    form: /(?<![\w\])$"'.[{])(?:\[((?=[^\]\n]{0,30}[^\p{ASCII}])[\p{L}][\p{L}\d _-]{0,40})\]|\{\{?\s?((?=[^}\n]{0,30}[^\p{ASCII}])[\p{L}][\p{L}\d _-]{0,40})\s?\}\}?)/gu,
    not: isLookedFor,
  },
  // tail -f [nome_do_arquivo].log, [usuario]
  {
    has: ['['],
    form: /(?<![\w\])$"'.[])\[((?:nome|nom|nombre|usuario|utente|utilisateur|servicio|servizio|servidor|serveur|archivo|fichier|arquivo|datei|ruta|chemin|caminho|dominio|domaine|puerto|porta|benutzer|clave|senha)(?:[ _-][a-z]+){0,3})\](?![\w[(])/g,
    not: isLookedFor,
  },
  // vault login 你的token
  { has: ['你的', '您的'], form: /(?<=[\s/='"@])((?:你的|您的)[^\s"'/]{0,40})/g },
  // systemctl restart %SERVICE%; %PATH% and %USERNAME% are those of Windows
  {
    has: ['%'],
    form: things(String.raw`(?<=[\s/=:'"]|^)%(?!username|path)(THING)%(?=[\s/:.'"]|$)`, 'gi'),
    not: (match) => isLookedFor(match) || /\bdate\s[^|]*$/.test(before(match)),
  },
  // mysql -p[password]
  { has: ['-p[', '-P[', '-u['], form: /(?<=\s-[pPu])\[([a-z][a-z _-]{2,20})\]/g },
  // manage_jobs [command], sync.py [sync_config.json]
  {
    has: ['['],
    form: /(?<=\s)\[(command|number|pattern|[a-z]+(?:[_-][a-z]+)*\.(?:json|ya?ml|sh|sql|conf|txt|gz|dump|pem|key))\](?=\s|$)/g,
    not: isLookedFor,
  },
  // export NETWORK=**NETWORK_NAME**: bold, where a page's marks were copied
  { has: ['**'], form: /(?<=[\s=/:'"]|^)\*\*([A-Z][A-Z\d]*(?:[_-][A-Z\d]+)*)\*\*(?=[\s/:'",.]|$)/g },
  {
    has: ['('],
    form: IN_ROUND_BRACKETS,
    not: (match) => isInSql(match) || isLookedFor(match),
  },
  // update-image.sh image[:tag]
  { has: ['[:', '[@'], form: /(?<=\s)([a-z][\w-]*\[[:@](?:tag|version|port|branch|digest)\])(?=\s|$)/g },
  // -p <<port, e.g. 26379>>; no here-document's word has a space in it, or ends with >>
  { has: ['<<'], form: /(?<=\s)<<([a-z][^<>\n]{0,60}[^\s<>])>>(?=\s|$)/gi },
  {
    // '<"Used by" of the volume>': all of what is quoted
    has: ["'<"],
    form: /(?<=')<(["'\w][^<>\n'=/]{2,70})>(?=')/g,
    not: isLookedFor,
  },
  {
    // [School Name], [pod-name], [NAMESPACE]
    has: ['['],
    form: things(
      String.raw`(?<![\w\])$"'.[])\[([A-Za-z][A-Za-z\d]*(?:[ _-]+[A-Za-z\d]+)+|[A-Z][A-Z_]{2,}|THING)\](?![\w[(])`,
    ),
    // [SERVICE] alone on a line of a file's content; [at the source] before what is typed there
    not: (match) =>
      /(?:grep|sed|awk|tr|jq)\b[^|]*$/.test(before(match)) ||
      (/(?:^|\n)\s*$/.test(before(match)) && /^\s*\n|^\s+\S/.test(after(match))),
  },
  // index_[date].log, shop-[env]
  {
    has: ['_[', '-['],
    form: /(?<=[A-Za-z\d][_-])\[(date|today|timestamp|datetime|version|hostname|host|env|environment|name|id|instance|number|tag|branch|region|service|app)\](?=[\s."'/:_-]|$)/g,
    not: isLookedFor,
  },
  // A folder at the start: `[dspace]/bin/dspace cleanup`
  { has: [']/'], form: /^(?:sudo\s+)?\[([a-z][\w -]{1,30})\](?=\/\w)/gi },
  // kubectl logs [-f] [--tail 10] web-0: how it may be typed
  { has: ['[-'], form: /(?<=\s)(\[-{1,2}[a-z][\w-]*(?:[ =][\w./:-]+)?\])(?=\s|$)/g },
  // make prod|staging shell, service web start|stop|restart
  {
    has: ['|'],
    form: new RegExp(String.raw`(?<=\s)((?:${CHOSEN})(?:\|(?:${CHOSEN}|logs))+)(?=\s|$)`, 'g'),
    not: isLookedFor,
  },
  {
    // {prod|staging}, [start|stop], <a|b>, [staging || production]: one of these
    has: ['|'],
    form: /(?<=[\s=/:-])([{[<][a-z][\w.-]*(?: ?\|{1,2} ?[a-z][\w.-]*)+[}\]>])(?=[\s/:.-]|$)/gi,
    not: isLookedFor,
  },
  {
    // "[projectname]"
    has: ['"['],
    form: /(?<=")\[((?:[a-z]{3,}|[a-z]{2}(?=[ _-]))(?:[ _-][a-z]+)*)\](?=")/g,
    not: (match) => isLookedFor(match) || /(?:echo|printf)\b[^|;]*$/.test(before(match)),
  },
  {
    // {id}
    has: ['{'],
    form: /(?<![$%{@\\#I])\{([A-Za-z][\w-]*)\}(?!\})/g,
    not: (match) =>
      // A hash's key: $nrconf{override_rc}
      /-I\s*$|--format[ =]\S*$|\$\w+(?:->)?$|jsonpath=(?:'[^']*|"[^"]*|\S*)$|f["'][^"'\n]*$|awk\b[^|]*$|-w\s*\S*%?$/.test(
        before(match),
      ) ||
      // How a password is kept: slappasswd -h {SSHA}
      /^(?:S?SHA\d*|S?MD5|CRYPT|BCRYPT|PBKDF2|ARGON2|SASL)$/.test(match[1] ?? '') ||
      // ClickHouse's own: ON CLUSTER '{cluster}', clusterAllReplicas('{cluster}', …)
      /\bcluster\s+'$|\bcluster(?:AllReplicas)?\(\s*'$|\bReplicated\w*\([^)]*$/i.test(before(match)),
  },
  // cf ssh {APP NAME}, {pod name}
  {
    has: ['{'],
    form: things(
      String.raw`(?<![$%{@\\#\w])\{([A-Z]{2,}(?: [A-Z]{2,}){1,4}|(?:your |the )?(?:[a-z]+ ){1,2}(?:THING))\}(?!\})`,
    ),
    not: (match) => /\b(?:awk|sed|jq|perl)\b[^|]*$/.test(before(match)),
  },
  // ${{ values.service }}, as templates of files have it
  { has: ['${{'], form: /\$\{\{\s*([A-Za-z][\w.-]*)\s*\}\}/g },
  {
    // {{ pod_name }}; a Go template has a dot: {{ .Names }}
    has: ['{{'],
    form: /\{\{\s*([A-Za-z][\w -]*?)\s*\}\}/g,
    not: (match) =>
      /^(?:end|else|range|json|if|with)\b/.test(match[1] ?? '') ||
      /(?:--format|--template|-f|-o)[ =]?\S*["']?[^"'\n]*$|template=/.test(before(match)),
  },
  // { first part of the id }
  { has: ['{ '], form: /(?<![$%{@\\#\w])\{ ([a-z]+(?: [a-z]+){2,}) ?\}/gi },
  // --sas-token '[SAS_TOKEN]'
  {
    has: ["'[", '"['],
    form: /(?<=(?:\s|=)["'])\[([A-Z]{2,}(?:[ _-][A-Z]{2,})+)\](?=["'](?:\s|$))/g,
    not: isLookedFor,
  },
];
