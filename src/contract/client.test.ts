import { expect, test } from 'vitest';
import { ApiError, createClient, hrefOf } from './client.ts';

test('a path parameter is encoded and an empty query value is left out', () => {
  expect(hrefOf('get-ticket', { params: { key: 'a/b c' } })).toBe('/api/v1/tickets/a%2Fb%20c');
  expect(hrefOf('list-tickets', { query: { search: '', from: '2016-02-01' } })).toBe('/api/v1/tickets?from=2016-02-01');
});

test('a problem document becomes an error that carries it', async () => {
  const answer = { code: 'kpi.unknown', detail: 'There is no KPI “x”.', todo: 'See the list.' };
  const call = createClient(
    async () =>
      new Response(JSON.stringify(answer), { status: 422, headers: { 'content-type': 'application/problem+json' } }),
    () => 'en',
  );
  const failure = await call('list-kpis', {}).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ApiError);
  expect((failure as ApiError).problem).toMatchObject({ ...answer, status: 422 });
});

test('a server that cannot be reached is a problem with its own code', async () => {
  const call = createClient(
    () => Promise.reject(new TypeError('fetch failed')),
    () => 'fr',
  );
  await expect(call('status', {})).rejects.toMatchObject({ problem: { code: 'client.unreachable', status: 0 } });
});

test('a file is given as it came, though it is JSON', async () => {
  const call = createClient(
    async () => new Response('{"events": []}', { headers: { 'content-type': 'application/json' } }),
    () => 'en',
  );
  const answer = await call('export-person', { params: { kind: 'agent', id: 'lea' } });
  expect(await answer.text()).toBe('{"events": []}');
});
