import { expect, test } from 'vitest';
import { OPERATOR, ORGANISER, useApi } from '../testkit/index.ts';

const api = useApi({ settings: { rateLimit: 3 } });

test('each token has its own number of requests a minute, and is told when to come back', async () => {
  // One token for all requests: the limit goes by the token.
  const token = await api.tokenFor(OPERATOR);
  const request = () =>
    fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: '{ __typename }' }),
    });
  for (let within = 0; within < 3; within += 1) expect((await request()).status).toBe(200);
  const refused = await request();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'API_TOO_MANY_REQUESTS' } }] });
  expect((await api.ask(ORGANISER, '{ __typename }')).status).toBe(200);
  expect((await fetch(`${api.url}/healthz`)).status).toBe(200);
});
