// Steady traffic on the reference system, as users make it: mostly reads, some writes. Bounded in rate and time.
//
//     k6 run k6/steady.js
//     k6 run -e BASE_URL=http://localhost:8000 -e RATE=50 -e DURATION=30s k6/steady.js
import { check } from 'k6';
import http from 'k6/http';

const BASE_URL = __ENV.BASE_URL || 'http://localhost:8000';
const WRITES = 0.2;

export const options = {
  scenarios: {
    steady: {
      executor: 'constant-arrival-rate',
      rate: Number(__ENV.RATE || 20),
      timeUnit: '1s',
      duration: __ENV.DURATION || '30s',
      preAllocatedVUs: 10,
      maxVUs: 50,
    },
  },
  thresholds: {
    http_req_failed: ['rate<0.01'],
    http_req_duration: ['p(95)<500'],
  },
};

const write = () => {
  const body = JSON.stringify({ key: `k6-${__VU}-${__ITER}` });
  const answer = http.post(`${BASE_URL}/api/v1/records`, body, {
    headers: { 'content-type': 'application/json' },
  });
  check(answer, { 'acknowledged with 201': ({ status }) => status === 201 });
};

const read = () => {
  const answer = http.get(`${BASE_URL}/health/ready`);
  check(answer, { 'every dependency is there': ({ status }) => status === 200 });
};

export default function steady() {
  if (Math.random() < WRITES) write();
  else read();
}
