import type { Client, Syntax } from './clients.ts';

interface Tool {
  readonly name: string;
  /** How a command line ends that starts it. */
  readonly program: RegExp;
  readonly prompt: RegExp;
  /** How its statements begin. */
  readonly statements: RegExp;
  readonly syntax?: Syntax;
}

/** What brings its statements along, on a command line that would else start a tool's own shell. */
const GIVEN = /\s<|\|\s*\S/;

const tool = ({ name, program, prompt, statements, syntax = 'line' }: Tool): Client => ({
  name,
  syntax,
  program,
  given: GIVEN,
  prompt,
  words: new RegExp(String.raw`\b${name} (?:prompt|shell|console|session)\b`, 'i'),
  statements,
});

/** Tools of the system and of its services that have a shell of their own, which is named after them. */
export const TOOL_CLIENTS: readonly Client[] = [
  tool({
    name: 'parted',
    program: /(?:^|[\s/])parted(?:\s+(?:-a\s+\w+\s+)?\/\S+)?\s*$/,
    prompt: /^\s*\(parted\)\s*/,
    statements:
      /^\s*(?:p|print|mklabel|mktable|mkpart|rm|resizepart|unit|set|name|toggle|select|align-check|rescue|disk_set|help|quit|q)\b/,
  }),
  tool({
    name: 'virsh',
    program: /(?:^|[\s/])virsh(?:\s+(?:-c|--connect)[ =]?\S+)?\s*$/,
    prompt: /^\s*(?:virsh\s*[#>]|\(virsh\)\s*[#>]?)\s*/,
    statements:
      /^\s*(?:list|start|shutdown|destroy|reboot|reset|suspend|resume|define|undefine|edit|dumpxml|console|connect|quit|exit|(?:dom|net|pool|vol|snapshot|node|iface|attach|detach|migrate|managedsave|autostart|set)[a-z-]*)(?:\s|$)/,
  }),
  tool({
    name: 'sftp',
    program: /(?:^|[\s/])(?:s?ftp|lftp)\s+(?:-[io]\s*\S+\s+|-P\s*\d+\s+)*[\w.@:/-]+\s*$/,
    prompt: /^\s*(?:s?ftp|lftp [^>\s]*)>\s*/,
    statements:
      /^\s*(?:l?cd|l?ls|l?pwd|m?put|m?get|reget|reput|mkdir|rmdir|rm|rename|chmod|binary|passive|mirror|open|user|bye|exit|quit)\b/,
  }),
  tool({
    name: 'diskpart',
    program: /^diskpart(?:\.exe)?\s*$/i,
    prompt: /^\s*DISKPART>\s*/i,
    statements:
      /^\s*(?:list|select|clean|create|format|assign|extend|shrink|online|offline|attributes|convert|delete|detail|rescan|exit)\b/i,
  }),
  tool({
    name: 'rman',
    syntax: 'sql',
    program: /(?:^|[\s/])rman(?:\s+(?:target|catalog|auxiliary)(?:\s+|=)\S+)*\s*$/i,
    prompt: /^\s*RMAN>\s*/i,
    statements:
      /^\s*(?:backup|restore|recover|list|report|crosscheck|delete|connect|run|show|configure|validate|startup|shutdown|alter|catalog|duplicate|switch|sql|allocate|release|exit|quit)\b/i,
  }),
  tool({
    name: 'lsnrctl',
    program: /(?:^|[\s/])lsnrctl\s*$/,
    prompt: /^\s*LSNRCTL>\s*/i,
    statements: /^\s*(?:start|stop|status|services|reload|set|show|version|exit|quit)\b/i,
  }),
  tool({
    name: 'dgmgrl',
    program: /(?:^|[\s/])dgmgrl(?:\s+\S+)?\s*$/,
    prompt: /^\s*DGMGRL>\s*/i,
    statements:
      /^\s*(?:connect|show|switchover|failover|reinstate|enable|disable|edit|add|remove|validate|convert|exit|quit)\b/i,
  }),
  tool({
    name: 'hbase',
    program: /(?:^|[\s/])hbase\s+shell\s*$/,
    prompt: /^\s*hbase(?:\([^)\n]*\))?:\d+:\d+>\s*/,
    statements:
      /^\s*(?:list|scan|get|put|disable|enable|drop|describe|desc|count|truncate|major_compact|compact|flush|split|balancer|balance_switch|assign|unassign|move|status|alter|create|delete|deleteall|exit|quit)\b/,
  }),
  tool({
    name: 'crm',
    program: /(?:^|[\s/])crm\s*$/,
    prompt: /^\s*crm\([^)\n]*\)[\w/-]*#\s*/,
    statements:
      /^\s*(?:configure|resource|node|cluster|status|show|edit|property|primitive|commit|verify|cd|up|end|bye|exit|quit)\b/,
  }),
  tool({
    name: 'ntpq',
    program: /(?:^|[\s/])(?:ntpq|chronyc)\s*$/,
    prompt: /^\s*(?:ntpq|chronyc)>\s*/,
    statements:
      /^\s*(?:peers|associations|as|rv|pe|sources|sourcestats|tracking|makestep|activity|burst|online|offline|quit|exit)\b/,
  }),
  tool({
    name: 'kadmin',
    program: /(?:^|[\s/])kadmin(?:\.local)?(?:\s+-[pqrs]\s+\S+)*\s*$/,
    prompt: /^\s*kadmin(?:\.local)?:\s+/,
    statements:
      /^\s*(?:addprinc|add_principal|delprinc|delete_principal|modprinc|cpw|change_password|getprinc|get_principal|listprincs|list_principals|ktadd|ktremove|addpol|listpols|quit|exit)\b/,
  }),
  tool({
    name: 'cypher-shell',
    syntax: 'sql',
    program: /(?:^|[\s/])cypher-shell(?:\s+(?:-[aup]\s+\S+|--\w+[= ]\S+))*\s*$/,
    prompt: /^\s*(?:[\w.-]+@)?(?:neo4j|system)>\s*/,
    statements:
      /^\s*(?:match|create|merge|call|show|drop|alter|stop|start|grant|revoke|return|unwind|:use|:exit)\b/i,
  }),
  tool({
    name: 'bird',
    program: /(?:^|[\s/])birdc6?\s*$/,
    prompt: /^\s*bird>\s*/,
    statements: /^\s*(?:show|configure|enable|disable|restart|reload|debug|dump|down|exit|quit)\b/,
  }),
  tool({
    name: 'asterisk',
    program: /(?:^|[\s/])asterisk\s+-\w*r\w*\s*$/,
    prompt: /^\s*[\w.-]*\*CLI>\s*/,
    statements:
      /^\s*(?:core|sip|pjsip|dialplan|module|channel|queue|database|manager|reload|rtp|logger|exit|quit)\b/,
  }),
  tool({
    name: 'gluster',
    program: /(?:^|[\s/])gluster\s*$/,
    prompt: /^\s*gluster>\s*/,
    statements: /^\s*(?:volume|peer|pool|snapshot|system|global|quit|exit)\b/,
  }),
];
