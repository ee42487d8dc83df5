// Logins with wrong passwords, as an attacker tries them: JSON with an e-mail address and a password that changes.
// A refusal (401, 403, 429) is what a healthy system answers.
//
//     k6 run -e URL=http://localhost:8000/login -e RATE=50 -e DURATION=30s k6/brute-force.js
import http from 'k6/http';

http.setResponseCallback(http.expectedStatuses(401, 403, 429));

export const options = {
  scenarios: {
    'brute-force': {
      executor: 'constant-arrival-rate',
      rate: Number(__ENV.RATE || 50),
      timeUnit: '1s',
      duration: __ENV.DURATION || '30s',
      preAllocatedVUs: 10,
      maxVUs: 200,
    },
  },
};

const headers = { 'content-type': 'application/json' };

export default function guess() {
  const body = { email: __ENV.EMAIL || 'admin@example.com', password: `guess-${__VU}-${__ITER}` };
  http.post(__ENV.URL, JSON.stringify(body), { headers, timeout: '5s' });
}
