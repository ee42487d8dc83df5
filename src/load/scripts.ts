import { fileURLToPath } from 'node:url';

/** Drillbook's own k6 scripts, by the name that a drill gives them, and what each does. */
export const OWN_SCRIPTS: Readonly<Record<string, string>> = {
  steady: 'the same rate all the time',
  spike: 'a tenth of the rate, then all of it for as long as it lasts',
  soak: 'the rate is reached slowly, and held',
  'brute-force': 'logins with wrong passwords',
};

/** The file of one of them. */
export const ownScript = (name: string): string =>
  fileURLToPath(new URL(`../../k6/${name}.js`, import.meta.url));
