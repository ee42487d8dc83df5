import { compileTemplate, TemplateError } from '../go-template/execute.ts';
import { Refusal } from '../verb.ts';

/** What `--format` makes of one object. */
export const formatObject = (format: string, data: unknown): string => {
  if (format === 'json') return `${JSON.stringify(data)}\n`;
  try {
    return `${compileTemplate(format)(data)}\n`;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new Refusal(`template parsing error: template: ${error.message}`, 64);
  }
};
