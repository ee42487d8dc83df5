import { parseDuration } from '../../core/duration.ts';
import type { Toxic } from '../../environment/model.ts';
import { greet, type Observation, type Observe, part, transfer } from './observe.ts';
import type { NetworkFault, Parameter } from './schema.ts';

/** One toxic: what it takes, how Toxiproxy calls it, and how it shows. */
export interface ToxicKind {
  readonly needs: readonly Parameter[];
  readonly takes: readonly Parameter[];
  /** Absent: the link is disabled as a whole. */
  readonly toxic?: (spec: NetworkFault) => Pick<Toxic, 'type' | 'attributes'>;
  /** What to try, and how long to wait for it in ms. */
  readonly look: (spec: NetworkFault) => { readonly observe: Observe; readonly patience: number };
  /** Does what came of it show the toxic? */
  readonly shows: (through: Observation, spec: NetworkFault) => boolean;
}

/** So long evidence is waited for, in ms: what is slower than this is slow enough to be seen. */
const LONGEST = 1000;
/** Beyond what is expected, in ms. */
const SLACK = 500;
/** How long a measured transfer shall take, in ms. */
const TRANSFER = 500;
/** Timers and rates are not exact. */
const NEARLY = 0.8;

const ms = (text = '0s'): number => parseDuration(text) ?? 0;

const tookAtLeast = ({ how, ms: took }: Observation, expected: number): boolean =>
  how === 'silent' ? took <= expected : took >= NEARLY * expected;

const transferred = (bytes: number, { stream }: NetworkFault): ReturnType<ToxicKind['look']> => ({
  observe: transfer(Math.ceil(bytes), stream),
  patience: 4 * TRANSFER,
});

/** The rate is in KB a second, so many bytes a millisecond. */
const bandwidthBytes = ({ rate = 0 }: NetworkFault): number => Math.min(rate * TRANSFER, 4_000_000);

export const TOXICS: Readonly<Record<NetworkFault['toxic'], ToxicKind>> = {
  down: {
    needs: [],
    takes: [],
    look: () => ({ observe: greet, patience: LONGEST }),
    shows: ({ how }) => how === 'refused',
  },
  latency: {
    needs: ['latency'],
    takes: ['jitter'],
    toxic: ({ latency, jitter }) => ({
      type: 'latency',
      attributes: { latency: ms(latency), jitter: ms(jitter) },
    }),
    look: ({ latency, jitter }) => ({
      observe: greet,
      patience: Math.min(ms(latency) + ms(jitter) + SLACK, LONGEST),
    }),
    shows: (through, { latency, jitter }) =>
      (through.how === 'answered' || through.how === 'silent') &&
      tookAtLeast(through, ms(latency) - ms(jitter)),
  },
  bandwidth: {
    needs: ['rate'],
    takes: [],
    toxic: ({ rate = 0 }) => ({ type: 'bandwidth', attributes: { rate } }),
    look: (spec) => transferred(bandwidthBytes(spec), spec),
    shows: (through, spec) =>
      through.how === 'silent' ||
      (through.how === 'answered' && tookAtLeast(through, bandwidthBytes(spec) / (spec.rate ?? 1))),
  },
  'slow-close': {
    needs: ['delay'],
    takes: [],
    toxic: ({ delay }) => ({ type: 'slow_close', attributes: { delay: ms(delay) } }),
    look: ({ delay }) => ({ observe: part, patience: Math.min(ms(delay) + SLACK, LONGEST) }),
    shows: (through, { delay }) => tookAtLeast(through, ms(delay)),
  },
  timeout: {
    needs: [],
    takes: ['timeout'],
    toxic: ({ timeout }) => ({ type: 'timeout', attributes: { timeout: ms(timeout) } }),
    look: ({ timeout }) => ({ observe: greet, patience: Math.min(ms(timeout) + SLACK, LONGEST) }),
    shows: (through, { timeout }) =>
      through.how === 'silent' || (through.how === 'ended' && tookAtLeast(through, ms(timeout))),
  },
  'reset-peer': {
    needs: [],
    takes: ['timeout'],
    toxic: ({ timeout }) => ({ type: 'reset_peer', attributes: { timeout: ms(timeout) } }),
    look: ({ timeout }) => ({ observe: greet, patience: ms(timeout) + LONGEST }),
    shows: ({ how }) => how === 'reset',
  },
  slicer: {
    needs: ['average-size', 'delay'],
    takes: ['size-variation'],
    toxic: ({ 'average-size': size = 0, 'size-variation': variation = 0, delay }) => ({
      type: 'slicer',
      // The only toxic that counts in microseconds.
      attributes: { average_size: size, size_variation: variation, delay: ms(delay) * 1000 },
    }),
    look: (spec) => {
      const slices = Math.max(2, TRANSFER / ms(spec.delay));
      return transferred(Math.min((spec['average-size'] ?? 1) * slices, 4_000_000), spec);
    },
    shows: (through) =>
      through.how === 'silent' || (through.how === 'answered' && tookAtLeast(through, TRANSFER / 2)),
  },
  'limit-data': {
    needs: ['bytes'],
    takes: [],
    toxic: ({ bytes = 0 }) => ({ type: 'limit_data', attributes: { bytes } }),
    look: (spec) => transferred((spec.bytes ?? 0) + 1, spec),
    shows: ({ how }) => how === 'ended' || how === 'reset',
  },
};
