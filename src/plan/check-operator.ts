import type { Diagnostic } from '../core/diagnostic.ts';
import type { Drill } from '../drill/model.ts';
import type { Backend } from '../environment/model.ts';

/** Whether the commands will run where the drill wants them to. */
export const checkOperator = (
  { operator }: Pick<Drill, 'operator'>,
  { name, capabilities }: Pick<Backend, 'name' | 'capabilities'>,
): readonly Diagnostic[] =>
  operator === undefined || capabilities.has('operator-image')
    ? []
    : [
        {
          code: 'operator-image-unused',
          severity: 'warning',
          message: `the ${name} backend has no use for the image ${operator.value.image}: commands run with this machine’s programs`,
          location: operator.location,
          hint: '--backend docker',
        },
      ];
