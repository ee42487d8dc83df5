import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import type { Report } from './model.ts';
import { steps } from './steps.ts';
import { summary } from './summary.ts';

/** The formats that are written to files or piped on; to add one, add its file and its name here. */
export const reports: Readonly<Record<string, Report>> = { json, junit, github, summary, steps };
