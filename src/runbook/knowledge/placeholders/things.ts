import { words } from '../words.ts';

/** What things are called that a team has of its own: the reader names the one at hand. */
export const THINGS = words(`
  account address alert app application archive arn backup bastion branch broker bucket cert certificate chart cidr client cluster
  commit configmap container context cronjob customer database dataset datname db deployment device disk distribution domain drive
  dsn email endpoint env environment file filename folder function group host hostname id image index instance ip job key keyspace
  lambda machine metric migration name namespace network node nodegroup nodepool ns object org organisation organization partition
  password path pid pod policy pool port process profile project proxy pvc pv queue region release replica repo repository resource
  revision role route rule schema secret server service servicename sha shard site slot snapshot stack statefulset store stream
  subnet subscription table tag task team tenant timestamp token topic ts uid ulid url user username uuid vault version vm vmi volume
  worker workspace zone
`);

/** Source of an expression for any of them. */
export const THING = THINGS.join('|');

/** An expression in which `THING` stands for any of them. */
export const things = (text: string, flags = 'g'): RegExp =>
  new RegExp(text.replaceAll('THING', THING), flags);

/** `pod`, `server_name` */
export const ENDS_IN_THING = things(String.raw`(?:^|_)(?:THING)(?:_?(?:name|id|ip))?$`, '');
