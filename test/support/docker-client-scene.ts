import { MemorySupervisor, preskool } from './memory-supervisor.ts';

const MINUTE = 60_000;

/** What the real Docker client was asked about: three services, started five minutes ago, one of which was killed. */
export const dockerClientScene = (): MemorySupervisor => {
  const started = new Date(Date.now() - 5 * MINUTE);
  const supervisor = new MemorySupervisor(preskool, () => started);
  supervisor.change('postgres', { health: 'healthy' });
  supervisor.change('redis', { state: 'exited', exitCode: 137 });
  const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);
  supervisor.lines.set('postgres', [
    { stream: 'stderr', time: ago(4), text: 'starting' },
    { stream: 'stdout', time: ago(3), text: 'ready' },
    { stream: 'stderr', time: ago(1), text: 'checkpoint' },
  ]);
  return supervisor;
};
