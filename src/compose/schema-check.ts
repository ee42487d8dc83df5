import type { CodeOptions, ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import composeSchema from './schema/compose-spec.json' with { type: 'json' };

/** Turns the official schema of the Compose specification, which is known to be right, into a check. */
export const compileSchema = (code: CodeOptions): { ajv: Ajv2020; check: ValidateFunction } => {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    validateFormats: false,
    verbose: true,
    validateSchema: false,
    code,
  });
  return { ajv, check: ajv.compile(composeSchema) };
};

let check: ValidateFunction | undefined;

/**
 * The check, made when the first file is checked. It is asked a few times only: making its code quicker does not pay. In the
 * bundle, this file is replaced by the check itself (`scripts/bundle.ts`), since making it takes longer than all else in lint.
 */
export const schemaCheck = (): ValidateFunction => (check ??= compileSchema({ optimize: false }).check);
