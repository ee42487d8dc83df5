import { findingsGithub } from './github.ts';
import { findingsJson } from './json.ts';
import type { FindingsReport } from './model.ts';
import { findingsSarif } from './sarif.ts';

/** The formats for programs; `text` is for people, and knows the terminal. */
export const findingsReports: Readonly<Record<string, FindingsReport>> = {
  json: findingsJson,
  sarif: findingsSarif,
  github: findingsGithub,
};
