import type { Client } from './client.ts';

/** Most take a statement a line, and are named by their name alone. */
type Tool = Omit<Client, 'syntax' | 'words'> & Partial<Pick<Client, 'syntax' | 'words'>>;

/** A client by what is its own. */
export const tool = ({ name, syntax = 'line', words, ...own }: Tool): Client => ({
  name,
  syntax,
  words: words ?? new RegExp(String.raw`\b${name} (?:prompt|shell|console|session)\b`, 'i'),
  ...own,
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
    program:
      /(?:^|[\s/])(?:(?:s?ftp|lftp)\s+(?:-[io]\s*\S+\s+|-P\s*\d+\s+)*[\w.@:/-]+|(?:fly|flyctl)\s+(?:ssh\s+)?sftp\s+(?:shell|console)(?:\s+-{1,2}\w+[ =]\S+)*)\s*$/,
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
    program: /(?:^|[\s/])kadmin(?:\.local)?(?:\s+-[prs]\s+\S+)*\s*$/,
    prompt: /^\s*kadmin(?:\.local)?:\s+/,
    statements:
      /^\s*(?:addprinc|add_principal|delprinc|delete_principal|modprinc|cpw|change_password|getprinc|get_principal|listprincs|list_principals|ktadd|ktremove|addpol|listpols|quit|exit)\b/,
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
  tool({
    name: 'supervisorctl',
    program: /(?:^|[\s/])supervisorctl(?:\s+-[cusp]\s*\S+)*\s*$/,
    prompt: /^\s*supervisor>\s*/,
    statements:
      /^\s*(?:start|stop|restart|status|tail|maintail|reread|update|reload|fg|avail|clear|add|remove|pid|signal|shutdown|version|help|quit|exit)(?:\s|$)/,
  }),
  tool({
    name: 'jboss-cli',
    syntax: 'js',
    program:
      /(?:^|[\s/}])jboss-cli(?:\.sh|\.bat)?(?:\s+(?:-c|--connect|--gui|(?:--)?(?:controller|user|password|timeout)[= ]\S+))*\s*$/,
    // `[standalone@localhost:9990 /]`, `[domain@host:9990 profile=full]`, `[disconnected /]`
    prompt: /^\s*\[(?:disconnected|(?:standalone|domain|embedded)(?:@[\w.:-]+)?) [^\]\n]*\]\s*/,
    statements:
      /^\s*(?:[:/][\w-]|(?:deploy|undeploy|ls|cd|pwd|connect|reload|shutdown|batch|run-batch|discard-batch|(?:xa-)?data-source|module|patch|read-\w+|deployment-info|embed-server|quit|exit)(?:[\s:]|$))/,
    words: /\bjboss[ -]cli\b|\b(?:wildfly|jboss|management) (?:cli|console prompt)\b/i,
  }),
  tool({
    name: 'geth',
    syntax: 'js',
    program: /(?:^|[\s/])(?:geth|bor|erigon)\s+(?:\S+\s+)*?(?:attach|console)(?:\s+[\w./~:$-]+)?\s*$/,
    given: /\s--exec(?=[\s=])/,
    statements:
      /^\s*(?:(?:eth|net|admin|personal|miner|debug|txpool|web3|clique|istanbul|ibft|qbft|parlia|raft|rpc)\.|(?:var\s+)?\w+\s*=|exit|loadScript\()/,
  }),
  tool({
    name: 'nsupdate',
    program: /(?:^|[\s/])nsupdate(?:\s+-(?:[dDgilv]+|[kyprut]\s*\S+))*\s*$/,
    statements: /^\s*(?:server|zone|update|prereq|key|local|ttl|send|show|answer|quit)(?:\s|$)/,
  }),
  tool({
    name: 'telnet',
    program: /(?:^|[\s/])(?:telnet|nc|ncat)\s+(?:-[Cv]\s+)*[^\s-]\S*\s+(?:\d{2,5}|smtp)\s*$/,
    statements:
      /^\s*(?:stats|flush_all|version|quit|ehlo|helo|mail from:|rcpt to:|auth|starttls|ruok|srvr|mntr|stat|cons|dump|envi|wchs)(?:\s|$|<)/i,
  }),
  tool({
    name: 'smbclient',
    program: /(?:^|[\s/])smbclient\s+(?:(?!-[cL])\S+\s+)*["']?(?:\/\/|\\\\)\S+(?:\s+(?!-[cL])\S+)*\s*$/,
    given: /\s--(?:command|list)(?=[\s=])/,
    prompt: /^\s*smb: \\[^>\n]*>\s*/,
    statements:
      /^\s*(?:l?cd|ls|dir|get|mget|put|mput|rm|del|mkdir|rmdir|rename|recurse|prompt|tarmode|quit|exit)(?:\s|$)/,
  }),
  tool({
    name: 'ceph',
    program: /^ceph\s*$/,
    prompt: /^\s*ceph>\s*/,
    statements: /^\s*(?:osd|mon|pg|health|status|df|quorum_status|auth|mds|fs|tell|config|mgr|quit|exit)\b/,
  }),
  tool({
    name: 'grub',
    program: /^grub$/,
    prompt: /^\s*grub(?: rescue)?>\s*/,
    statements:
      /^\s*(?:ls|set|insmod|linux(?:16)?|initrd(?:16)?|boot|configfile|normal|search|root|kernel|chainloader|reboot)(?:\s|$)/,
  }),
  tool({
    name: 'erl',
    // The remote console of a release; its statements end in a dot.
    program: /(?:^|[\s/])erl(?:\s+-\w+(?:\s+(?!-)\S+)?)*\s+-remsh\s+\S+\s*$/,
    prompt: /^\s*\([\w.-]+@[\w.-]+\)\d+>\s*/,
  }),
  tool({
    name: 'tinker',
    syntax: 'php',
    program:
      /\b(?:artisan|sail)\s+tinker\s*$|\bdrush\s+(?:@\S+\s+)?(?:php|php:cli|core-cli)\s*$|(?:^|\s)(?:psysh|wp\s+shell)\s*$/,
    words: /\btinker\b|\bdrush php\b|\bwp shell\b/i,
  }),
];
