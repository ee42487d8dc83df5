import { z } from 'zod';

/** What `drillbook parse --json` prints, as a JSON Schema for other programs. The types of `model.ts` are checked against it. */
export const runbookJsonSchema = (): object => ({
  title: 'Drillbook runbook',
  ...z.toJSONSchema(runbookSchema),
});

const lines = z
  .tuple([z.int().min(1), z.int().min(1)])
  .describe('First and last line in the raw file, 1-based');

const role = z.enum(['diagnose', 'mitigate', 'verify', 'escalate', 'reference']);

const placeholder = z.strictObject({
  text: z.string().describe('As it stands: <pod-name>'),
  name: z.string().describe('What a drill binds it by: pod-name'),
  span: z.tuple([z.int(), z.int()]).describe("Offsets into the command's text, end excluded"),
});

const alternative = z.strictObject({
  choice: z.string().describe('The same for all ways of one choice'),
  option: z.int().min(1),
  name: z.string().optional(),
  when: z.string().optional(),
});

const command = z.strictObject({
  kind: z.enum(['shell', 'client', 'sql']),
  client: z.string().optional().describe('The client that a statement is typed into'),
  where: z.enum(['fence', 'indented', 'inline', 'prose']),
  lines,
  text: z.string().describe('What is typed: prompts and indentation taken off, on the repaired text'),
  language: z.string().optional(),
  openedAt: z
    .int()
    .optional()
    .describe('First line of the command that opened the client or the shell it is typed into'),
  flags: z.array(
    z.enum(['placeholder', 'interactive', 'endless', 'destructive', 'alternative', 'conditional']),
  ),
  placeholders: z.array(placeholder),
  runsOn: z.strictObject({
    kind: z.enum(['host', 'container', 'pod', 'remote', 'branch']),
    name: z.string().optional(),
  }),
  tools: z.array(z.string()).describe('Programs that must exist where it runs'),
  expectedOutput: z.string().optional(),
  alternative: alternative.optional(),
  condition: z.string().optional(),
  timeout: z.number().optional().describe('Time limit in ms, by a mark'),
  expect: z.string().optional().describe('What its output must hold, by a mark'),
  skip: z.boolean().optional().describe('Not for a drill, by a mark'),
  invalid: z.string().optional().describe('How the shell parser failed'),
});

const step = z.strictObject({
  title: z.string().optional(),
  lines,
  manual: z.boolean(),
  fallback: z.boolean().optional(),
  role: role.optional().describe("By a mark; else its part's"),
  commands: z.array(command),
});

const claim = z.strictObject({
  about: z.enum([
    'respond',
    'recover',
    'downtime',
    'trigger',
    'threshold',
    'expected-output',
    'http-status',
    'escalate',
    'checklist',
    'sla',
    'figure',
  ]),
  text: z.string(),
  lines,
  subject: z.string().optional(),
  comparison: z.enum(['<', '<=', '>', '>=', '=']).optional(),
  value: z.union([z.number(), z.string()]).optional().describe('Durations in ms, percentages as written'),
  fails: z.literal(true).optional().describe('The command must fail'),
  upTo: z.number().optional(),
  lasting: z.number().optional().describe('How long it must hold before it counts, in ms'),
  within: z.number().optional().describe('By when it should hold, in ms'),
  unit: z.enum(['ms', '%', 'count', 'status', 'text', 'bytes', 'per-second', 'per-minute']).optional(),
  scope: z.string().optional(),
  marked: z.literal(true).optional().describe('A mark says so, not the text'),
});

const part = z.strictObject({
  role,
  heading: z.string().optional(),
  lines,
  branch: z.string().optional().describe('Bound to an environment that the drill may not have'),
  steps: z.array(step),
  claims: z.array(claim),
});

const location = z.strictObject({
  file: z.string(),
  line: z.int(),
  column: z.int(),
  endLine: z.int().optional(),
  endColumn: z.int().optional(),
});

export const runbookSchema = z.strictObject({
  schemaVersion: z.literal(1),
  path: z.string(),
  sha256: z.string(),
  title: z.string().optional(),
  encoding: z.strictObject({
    charset: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
    bom: z.boolean(),
    newline: z.enum(['lf', 'crlf', 'mixed']),
    mojibake: z.enum(['windows-1252', 'mac-roman']).optional(),
  }),
  procedures: z.array(
    z.strictObject({
      slug: z.string(),
      heading: z.string(),
      lines,
      alert: z.string().optional(),
      severity: z.string().optional(),
      parts: z.array(part),
      claims: z.array(claim),
    }),
  ),
  reference: z.array(part).describe('Parts outside all procedures'),
  diagnostics: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning', 'info']),
      message: z.string(),
      location: location.optional(),
      hint: z.string().optional(),
    }),
  ),
});
