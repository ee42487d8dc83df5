import { once } from 'node:events';
import { connect, type TLSSocket } from 'node:tls';
import { z } from 'zod';
import type { ExecResult, StartedEnvironment } from '../environment/model.ts';
import { expired } from './expired-certificate.ts';
import { name } from './fields.ts';
import { outputOf, runAt, script } from './in-service.ts';
import { defineFault, type Evidence, type Fault } from './model.ts';

const path = z
  .string()
  .regex(/^\/[^\0]+$/, { error: 'an absolute path in the service, such as /certs/tls.pem' });

const schema = z
  .strictObject({
    certificate: name.describe('The service whose certificate has expired.'),
    file: path.describe('Where the service has its certificate, as PEM.'),
    key: path.describe('Where it has the key that belongs to it.'),
    port: z.int().min(1).max(65_535).describe('The service’s own port that speaks TLS from the first byte.'),
  })
  .describe('A service shows a certificate that has expired.');

type Certificate = z.infer<typeof schema>;

const kept = (file: string): string => `${file}.drillbook-kept`;

/** `$1`: the file, `$2`: what it shall hold, `$3`: where it is kept. */
const REPLACE = '[ -e "$3" ] || cp -p "$1" "$3"; printf %s "$2" >"$1"';
const RESTORE = '[ ! -e "$2" ] || { cat "$2" >"$1" && rm -f "$2"; }';

/** A certificate has expired. Cured by putting a valid one into the file, and a restart. */
export const certificateFault = defineFault<Certificate>({
  kind: 'certificate',
  schema,
  describe: ({ certificate }) => `let the certificate of ${certificate} expire`,
  targets: ({ certificate }) => [certificate],
  needs: () => ['process-control'],
  open: (spec, { environment }) => new ExpiredCertificate(spec, environment),
});

class ExpiredCertificate implements Fault {
  readonly #spec: Certificate;
  readonly #environment: StartedEnvironment;

  constructor(spec: Certificate, environment: StartedEnvironment) {
    this.#spec = spec;
    this.#environment = environment;
  }

  async inject(): Promise<void> {
    const { certificate: service, file, key } = this.#spec;
    const [own, secret] = [await this.#read(file), await this.#read(key)];
    outputOf(await this.#run(REPLACE, file, expired(own, secret), kept(file)), `replacing ${file}`);
    await this.#environment.control(service, 'restart', 'fault');
  }

  async evidence(): Promise<Evidence> {
    const { certificate: service, port } = this.#spec;
    const until = await this.#validUntil();
    const is = until.getTime() < Date.now() ? 'has expired' : 'is valid until';
    return {
      seen: is === 'has expired',
      what: `the certificate of ${service}:${port} ${is} ${dayOf(until)}`,
    };
  }

  /** One that somebody has put there meanwhile, and that is valid, stays. */
  async heal(): Promise<void> {
    const { certificate: service, file } = this.#spec;
    const isCured = await this.evidence().then(
      ({ seen }) => !seen,
      () => false,
    );
    if (isCured) return void (await this.#run('rm -f "$1"', kept(file)));
    outputOf(await this.#run(RESTORE, file, kept(file)), `restoring ${file}`);
    await this.#environment.control(service, 'restart', 'heal');
  }

  async #validUntil(): Promise<Date> {
    const { certificate: service, port } = this.#spec;
    const socket = await this.#environment.dial(service, port);
    const secure: TLSSocket = connect({ socket, rejectUnauthorized: false });
    try {
      await once(secure, 'secureConnect', { signal: AbortSignal.timeout(2000) });
      return new Date(secure.getPeerCertificate().valid_to);
    } finally {
      secure.on('error', () => {}).destroy();
    }
  }

  async #read(file: string): Promise<string> {
    return outputOf(await this.#run('cat "$1"', file), `reading ${file}`);
  }

  #run(text: string, ...args: readonly string[]): Promise<ExecResult> {
    return runAt(this.#environment, this.#spec.certificate, script(text, ...args));
  }
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
