/** The programs that the operator always has, whatever is installed on this machine. */
export const FRONT_END_NAMES = [
  'doas',
  'docker',
  'docker-compose',
  'journalctl',
  'pm2',
  'service',
  'sudo',
  'systemctl',
] as const;

export type FrontEndName = (typeof FRONT_END_NAMES)[number];
