import { isActive } from '../docker/container.ts';
import { bool, list, text } from '../flags.ts';
import { alignColumns } from '../table.ts';
import { line, none, out, verb } from '../verb.ts';

export const ls = verb({
  names: ['ls'],
  usage: '[OPTIONS]',
  flags: { all: bool('a'), filter: list(), format: text(), quiet: bool('q') },
  arity: none,
  async *run({ flags, supervisor }) {
    const { project, file } = supervisor.system;
    const running = supervisor.containers().filter(isActive).length;
    const stopped = supervisor.containers().length - running;
    const states = [
      ...(stopped > 0 && flags.all ? [`exited(${stopped})`] : []),
      ...(running > 0 ? [`running(${running})`] : []),
    ];
    const rows = states.length === 0 ? [] : [{ Name: project, Status: states.join(', '), ConfigFiles: file }];
    if (flags.quiet) for (const { Name } of rows) yield line(Name);
    else if (flags.format === 'json') yield line(JSON.stringify(rows));
    else
      yield out(
        alignColumns(
          [['NAME', 'STATUS', 'CONFIG FILES'], ...rows.map((row) => [row.Name, row.Status, row.ConfigFiles])],
          20,
        ),
      );
  },
});
