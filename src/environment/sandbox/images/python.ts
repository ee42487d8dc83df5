import type { Image } from './image.ts';
import { languageTools } from './tools.ts';

/** `python`: the machine's Python 3. */
export const python: Image = {
  title: 'Python 3',
  packages: 'python3',
  user: { name: 'root', uid: 0 },
  workingDir: '/',
  stopSignal: 'SIGTERM',
  volumes: () => [],
  tools: (tag) => [...languageTools(tag), 'python'],
  environment: () => ({ PYTHONUNBUFFERED: '1' }),
  argv: (service) => [...(service.entrypoint ?? []), ...(service.command ?? ['python3'])],
  programs: ({ python }) => ({ python, python3: python }),
  available: ({ python }) => python !== undefined,
};
