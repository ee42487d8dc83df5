import { Readable } from 'node:stream';
import { FRONT_END_NAMES } from '../../src/environment/sandbox/front-end/names.ts';
import { frontEnds } from '../../src/environment/sandbox/front-end/programs.ts';
import type {
  FrontEndCall,
  FrontEndReply,
  Supervisor,
} from '../../src/environment/sandbox/supervisor-model.ts';

/** What a call of a front end came to. */
export interface Answer {
  readonly stdout: string;
  readonly stderr: string;
  /** Absent: it ended by becoming another program. */
  readonly exit?: number;
  readonly exec?: readonly string[];
  /** What the journal is told: the real program can do it, and the sandbox cannot. */
  readonly refused: readonly string[];
  /** Replies that end the call: must be one. */
  readonly lasts: number;
}

export interface CallerOptions extends Partial<Omit<FrontEndCall, 'program' | 'args' | 'stdin'>> {
  readonly stdin?: string;
}

/** Calls a front end in this process, as `client.mjs` would through the socket. */
export const callFrontEnd = async (
  supervisor: Supervisor,
  [program = '', ...args]: readonly string[],
  { stdin = '', ...options }: CallerOptions = {},
): Promise<Answer> => {
  const name = FRONT_END_NAMES.find((each) => each === program);
  if (name === undefined) throw new Error(`no front end ${program}`);
  const replies: FrontEndReply[] = [];
  const call: FrontEndCall = {
    program,
    args,
    cwd: '/srv/preskool',
    env: {},
    stdin: Readable.from([Buffer.from(stdin)]),
    stdinIsTerminal: false,
    stdoutIsTerminal: false,
    signal: new AbortController().signal,
    ...options,
  };
  for await (const reply of frontEnds[name](call, supervisor)) replies.push(reply);
  return collect(replies);
};

const collect = (replies: readonly FrontEndReply[]): Answer => {
  const written = (stream: 'stdout' | 'stderr') =>
    replies.map((reply) => ('write' in reply && reply.write === stream ? reply.text : '')).join('');
  const last = replies.at(-1);
  return {
    stdout: written('stdout'),
    stderr: written('stderr'),
    refused: replies.flatMap((reply) => ('refused' in reply ? [reply.refused] : [])),
    lasts: replies.filter((reply) => !('write' in reply || 'refused' in reply)).length,
    ...(last !== undefined && 'exit' in last ? { exit: last.exit } : {}),
    ...(last !== undefined && 'exec' in last ? { exec: last.exec } : {}),
  };
};
