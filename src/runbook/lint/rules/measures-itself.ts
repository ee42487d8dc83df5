import type { Rule } from '../model.ts';
import { placeIn } from '../place.ts';

/** Code that looks at the process it runs in, and is started in a process of its own. */
const OWN_PROCESS: readonly { readonly form: RegExp; readonly sees: string; readonly instead: string }[] = [
  {
    form: /\bpython\d?\b[\s\S]*\btracemalloc\.start\(/,
    sees: 'the new Python, not the memory of the application',
    instead: 'py-spy dump --pid 1, memray attach, or an endpoint in the application',
  },
  {
    form: /\bnode\b[\s\S]*\bprocess\.memoryUsage\(/,
    sees: 'the new Node.js, not the memory of the application',
    instead: 'docker stats --no-stream, or an endpoint in the application',
  },
  {
    form: /\bfor\s+\w+\s+in\s+connections\.all\(\)[\s\S]*\.close\(/,
    sees: 'the connections of this shell, not those of the application',
    instead: 'end the sessions in the database: pg_terminate_backend',
  },
];

export const measuresItself: Rule = {
  id: 'measures-itself',
  severity: 'warning',
  summary: 'a command looks at the process that it starts itself, not at the application',
  check: (page) =>
    page.commands.flatMap(({ command }) =>
      OWN_PROCESS.filter(({ form }) => form.test(command.text)).map(({ sees, instead }) => ({
        message: `this reaches ${sees}`,
        place: placeIn(page, command),
        hint: instead,
      })),
    ),
};
