import type { PlaceholderForm } from './form.ts';
import { after, before, isLookedFor } from './around.ts';

/** `mktemp -t web.XXXX` */
const isTemporary = (match: RegExpExecArray): boolean => /\bmktemp\b[^;|&)]*$/.test(before(match));

/** `to_char(day, 'YYYY-MM')` */
const isFormat = (match: RegExpExecArray): boolean =>
  /(?:to_char|to_date|to_timestamp|date_format|strftime|format)\b[^;]*$/i.test(before(match));

/** Crosses, stars, the letters of a date, an ellipsis: each stands for characters that are left out. */
export const BLANKS: readonly PlaceholderForm[] = [
  {
    has: ['xx', 'XX'],
    form: /(?<![A-Za-z0-9-])(X{3,}|x{2,}(?:[.:-]x{2,})*|XX+)(?![A-Za-z0-9])/g,
    not: (match) => isTemporary(match) || (/^xx$/.test(match[0]) && !/[=:@/.-]$/.test(before(match))),
  },
  // ssh ip-10-x-x-x
  { has: ['-x'], form: /(?<=\d-)(x(?:-x){1,3})(?=[\s.:]|$)/g },
  // ec2-xx-xx-xx-xx.compute.example.org
  { has: ['-xx-', '-xxx-'], form: /(?<=[a-z\d]-)(x{2,3}(?:-x{2,3})+)(?![A-Za-z0-9])/g },
  // nfs-fileXX, web-NN, i-xxxx
  {
    has: ['XX', 'YY', 'ZZ', 'NN', 'xxx'],
    form: /(?<=[a-z0-9][-_.]?|[=/@:]|\b[a-z]+-)(X{2,}|YY|ZZ|NN+|x{3,})(?![A-Za-z0-9])/g,
    not: isTemporary,
  },
  {
    has: ['.x', '.X', '.y', '.Y'],
    form: /\b(x\.x\.x\.x|[xX]{1,3}(?:\.[xX]{1,3}){3}|\d+(?:\.\d+)*(?:\.[xX])+|v?[XYxy]\.[XYxy](?:\.[ZzXxYy])?)\b/g,
  },
  // backup_YYYYMMDD.sql, HH:MM
  {
    has: ['MM'],
    form: /(?<![%A-Za-z])(YYYY[-_/.]?MM(?:[-_/.]?DD)?(?:[-_T ]?HH[-:_]?MM(?:[-:_]?SS)?)?|DD[-_/.]MM[-_/.]YYYY|HH:MM(?::SS)?)(?![A-Za-z])/g,
    not: isFormat,
  },
  // orders_YYYY.csv, backup-YYMMDD.tar.gz, backup-DDMMYYYY.sql
  {
    has: ['YY'],
    form: /(?<=[\w\s/.-][_.-]|[\s/'"])(YYYY(?:mm(?:dd)?)?|YYMMDD|DD[-_.]?MM[-_.]?YY(?:YY)?|MM[-_.]?DD[-_.]?YYYY)(?![A-Za-z]|[-_/.]?MM)/g,
    not: isFormat,
  },
  { has: ['year'], form: /(?<![A-Za-z])(year[-_/]?month[-_/]?day)(?![A-Za-z])/gi },
  // /dev/sdX, /dev/sdXY, /dev/mdZ, /dev/nvmeXn1
  {
    has: ['sd', 'vd', 'hd', '/md', 'nvme'],
    form: /(?<=\/dev\/(?:sd|vd|xvd|hd|md)|\/dev\/nvme(?:\d+n)?|(?<!\w)(?:sd|vd|hd))([XYZ][\dXYZN]?|(?<=\/dev\/\w*)x\d?|N|(?<=\/dev\/sd)[a-z][XN](?=\s|$))(?![A-Za-mo-z\d])/g,
  },
  // delete deploy/X, ingester-X, osd.X
  {
    has: ['-X', '/X', '.X', '@X', '-N', '/N', '.N', '@N'],
    form: /(?<=[a-z][-/@]|\s[a-z]+\.)([XN])(?=[\s"']|$)/g,
  },
  // -a size=+XG, lvresize -L +XXG
  { has: ['X'], form: /(?<=[+=\s])(X{1,2})(?=[KMGT]i?B?(?:\s|$))/g },
  // --replicas=N, set_jobs(number => N)
  { has: ['N', 'X'], form: /(?<=--[a-z-]+[= ]|\s[\w-]+=|\s=>\s)([NX])(?=[\s,)]|$)/g },
  // An ellipsis: what stands here is left out.
  {
    has: ['...', '…'],
    form: /(?<=[\s/=.'":0-9,]|[a-z]-|^)(?:\.{3,20}|…)(?=[\s'",;)/]|(?<=:…)@|$)/g,
    not: (match) =>
      before(match).endsWith('./') ||
      // The prompt of cqlsh and others for a further line
      (/\n\s*$/.test(before(match)) && /^ +\S/.test(after(match))) ||
      /"[^"\n]*[a-z] $/.test(before(match)) ||
      after(match).startsWith('/') ||
      /#[^\n]*$/.test(before(match)),
  },
  // shop_backup_DATE.sql
  { has: ['DATE', 'TIMESTAMP'], form: /(?<=[a-z]\w{0,60}[_-])(DATE|DATETIME|TIMESTAMP)(?=[\s._-]|$)/g },
  // shop-yyyymmdd.zip
  {
    has: ['yyyy', 'ddmm', 'dd-mm'],
    form: /(?<![%A-Za-z])(yyyy[-_/.]?mm(?:[-_/.]?dd)?|dd[-_/.]?mm[-_/.]?yyyy)(?![A-Za-z])/g,
    not: (match) => /(?:\bto_\w+|format|strftime|datefmt)\b[^;]*$/i.test(before(match)),
  },
  // mysql-bin.######
  { has: ['###'], form: /(?<=[\w][._-])(#{3,})(?=["'`;,)\s]|$)/g },
  { has: ['****'], form: /(?<=\s|[=:]|[=\s:]["'])(\*{4,})(?=["'@\s]|$)/g, not: isLookedFor },
];
