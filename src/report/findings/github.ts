import { annotation, repositoryFolder } from '../annotation.ts';
import { shortPath } from '../../core/short-path.ts';
import type { FindingsReport } from './model.ts';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** Workflow commands of GitHub Actions: an annotation at each finding. */
export const findingsGithub: FindingsReport = ({ diagnostics }, { cwd }) =>
  diagnostics
    .map(({ code, severity, message, location, hint }) =>
      annotation(
        COMMANDS[severity],
        {
          ...(location === undefined
            ? {}
            : {
                file: shortPath(location.file, repositoryFolder(cwd)),
                line: location.line,
                col: location.column,
              }),
          title: code,
        },
        hint === undefined ? message : `${message}. ${hint}`,
      ),
    )
    .join('');
