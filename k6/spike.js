// A tenth of the rate for two seconds, then all of it at once, for as long as it lasts.
//
//     k6 run -e URL=http://localhost:8000/health/ready -e RATE=500 -e DURATION=30s k6/spike.js
import http from 'k6/http';

const rate = Number(__ENV.RATE || 500);

export const options = {
  scenarios: {
    spike: {
      executor: 'ramping-arrival-rate',
      startRate: Math.ceil(rate / 10),
      timeUnit: '1s',
      preAllocatedVUs: 50,
      maxVUs: 500,
      stages: [
        { duration: '2s', target: Math.ceil(rate / 10) },
        { duration: '1s', target: rate },
        { duration: __ENV.DURATION || '30s', target: rate },
      ],
    },
  },
};

export default function spike() {
  http.get(__ENV.URL, { timeout: '5s' });
}
