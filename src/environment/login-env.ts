/** The variables of a person who has just logged in, on the drill's host or in its place: nothing of Drillbook's own environment. */
export const loginEnv = (home: string): Readonly<Record<string, string>> => ({
  HOME: home,
  USER: 'root',
  LOGNAME: 'root',
  SHELL: '/bin/bash',
  LANG: process.env['LANG'] ?? 'C.UTF-8',
  TERM: process.env['TERM'] ?? 'dumb',
});
