// @ts-check
// What `docker`, `pm2`, … on the operator's PATH start: passes the call to the agent and does what it replies.
// JavaScript, and with two imports only, since it runs once for each command that a runbook types: 38 ms where the same
// file in TypeScript takes 95 ms.
import fs from 'node:fs';
import net from 'node:net';

const [program = '', ...args] = process.argv.slice(2);
const socketPath = process.env['DRILLBOOK_FRONT_END'] ?? '';

const NOT_AVAILABLE = 125;
const BROKEN_PIPE = 141;

/**
 * Blocks, so that nothing is left unwritten when the process ends or is replaced.
 * @param {string} stream
 * @param {string} text
 */
const write = (stream, text) => {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(stream === 'stdout' ? 1 : 2, rest));
    } catch (error) {
      const { code } = /** @type {NodeJS.ErrnoException} */ (error);
      if (code === 'EPIPE') process.exit(BROKEN_PIPE);
      if (code !== 'EAGAIN') throw error;
    }
  }
};

/** @param {string} message */
const giveUp = (message) => {
  write('stderr', `${program}: ${message}\n`);
  process.exit(NOT_AVAILABLE);
};

/**
 * Without `node:tty`, which takes time to load: a terminal is a character device with the major number of a console or a
 * pseudo-terminal.
 * @param {number} descriptor
 */
const isTerminal = (descriptor) => {
  const stat = fs.fstatSync(descriptor);
  const major = Math.floor(stat.rdev / 256);
  return stat.isCharacterDevice() && (major === 4 || major === 5 || (major >= 136 && major <= 143));
};

const socket = net.connect(socketPath, () => {
  const call = {
    program,
    args,
    cwd: process.cwd(),
    env: process.env,
    stdinIsTerminal: isTerminal(0),
    stdoutIsTerminal: isTerminal(1),
  };
  socket.write(`${JSON.stringify(call)}\n`);
});

const sendStdin = () => {
  process.stdin.on('data', (chunk) =>
    socket.write(`${JSON.stringify({ stdin: Buffer.from(chunk).toString('base64') })}\n`),
  );
  process.stdin.on('end', () => socket.write(`${JSON.stringify({ stdin: null })}\n`));
};

/** @param {{ write?: string, text?: string, exec?: string[], env?: Record<string, string>, exit?: number, read?: true }} reply */
const obey = (reply) => {
  if (reply.write !== undefined) write(reply.write, reply.text ?? '');
  else if (reply.read) sendStdin();
  else if (reply.exit !== undefined) process.exit(reply.exit);
  else if (reply.exec?.[0] !== undefined && process.execve !== undefined) {
    process.execve(reply.exec[0], reply.exec, { ...process.env, ...reply.env });
  }
};

let pending = '';
socket.setEncoding('utf8');
socket.on('data', (/** @type {string} */ chunk) => {
  const lines = (pending + chunk).split('\n');
  pending = lines.pop() ?? '';
  for (const line of lines) obey(JSON.parse(line));
});
socket.on('error', (error) => giveUp(`cannot reach the sandbox (${error.message})`));
socket.on('close', () => giveUp('the sandbox has ended'));
