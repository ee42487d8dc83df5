// The rate is reached slowly, over a fifth of the time, and held: for what only wears out under lasting use.
//
//     k6 run -e URL=http://localhost:8000/health/ready -e RATE=50 -e DURATION=600s k6/soak.js
import http from 'k6/http';

const rate = Number(__ENV.RATE || 50);
const seconds = parseInt(__ENV.DURATION || '600s', 10);

export const options = {
  scenarios: {
    soak: {
      executor: 'ramping-arrival-rate',
      startRate: 1,
      timeUnit: '1s',
      preAllocatedVUs: 20,
      maxVUs: 300,
      stages: [
        { duration: `${Math.ceil(seconds / 5)}s`, target: rate },
        { duration: `${seconds - Math.ceil(seconds / 5)}s`, target: rate },
      ],
    },
  },
};

export default function soak() {
  http.get(__ENV.URL, { timeout: '5s' });
}
