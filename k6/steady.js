// The same rate of GETs all the time.
//
//     k6 run -e URL=http://localhost:8000/health/ready -e RATE=50 -e DURATION=30s k6/steady.js
import http from 'k6/http';

export const options = {
  scenarios: {
    steady: {
      executor: 'constant-arrival-rate',
      rate: Number(__ENV.RATE || 20),
      timeUnit: '1s',
      duration: __ENV.DURATION || '30s',
      preAllocatedVUs: 10,
      maxVUs: 200,
    },
  },
  thresholds: {
    http_req_failed: ['rate<0.01'],
    http_req_duration: ['p(95)<500'],
  },
};

export default function steady() {
  http.get(__ENV.URL, { timeout: '5s' });
}
