import { z } from 'zod';

/** The keys that a schema has for the mapping at `path`, for "did you mean". */
export const keysAt = (schema: unknown, path: readonly (string | number)[]): readonly string[] => {
  const [first, ...rest] = path;
  if (schema instanceof z.ZodOptional) return keysAt(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => keysAt(option, path));
  if (schema instanceof z.ZodArray) return keysAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return first === undefined ? Object.keys(schema.shape) : keysAt(schema.shape[first], rest);
};
