import { drillJsonSchema } from '../drill/schema.ts';
import { runbookJsonSchema } from '../runbook/schema.ts';
import { catalogue } from './catalogue.ts';
import { configJsonSchema } from './lint/config-schema.ts';

/** The JSON Schemas that Drillbook publishes; `schema/` holds them as files. */
export const schemas = {
  drill: () => drillJsonSchema(catalogue),
  runbook: () => runbookJsonSchema(),
  config: () => configJsonSchema(),
} as const;
