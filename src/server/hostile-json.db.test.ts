import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';

let desk: TestServer;
beforeAll(async () => {
  desk = await openTestServer();
  await fillDesk(desk.app);
});
afterAll(() => desk.close());

const levels = 100_000;
const deepList = '['.repeat(levels) + ']'.repeat(levels);
const deepObject = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const deepFilter = `${'{"not":'.repeat(levels)}{"field":"channel","op":"exists"}${'}'.repeat(levels)}`;

const post = (url: string, type: string, payload: string) =>
  desk.server.inject({ method: 'POST', url: base + url, headers: { 'content-type': type }, payload });
const event = (more: string) =>
  `{"specversion":"1.0","id":"d","source":"deep","type":"ticket.created","subject":"D","time":"2026-01-05T09:00:00Z",${more}}`;
const question = (filter: string) =>
  `{"kpis":["tickets-created"],"from":"2026-01-01","to":"2026-02-01","filter":${filter}}`;

const ofJson = Object.values<Route>(routes).filter(({ body }) => body !== undefined && 'json' in body);

/** Text that an address takes in this place: a token, else a number. */
function partFor(name: string, params: Route['params']): string {
  const token = 'x'.repeat(43);
  return params?.safeParse({ [name]: token }).success ? token : '1';
}

describe('JSON a hundred thousand levels deep overflows nothing', () => {
  test.each(ofJson)('$method $path refuses it', async ({ method, path, params }) => {
    for (const payload of [deepList, deepObject, `{"name":${deepObject}}`]) {
      const url = base + path.replace(/\{(\w+)\}/g, (_, name) => partFor(name, params));
      const answer = await desk.server.inject({
        method,
        url,
        headers: { 'content-type': 'application/json' },
        payload,
      });
      expect([answer.statusCode, answer.json().code], path).toEqual([400, 'request.too-deep']);
    }
  });

  test('in a filter of a question', async () => {
    expect((await post('/query', 'application/json', question(deepFilter))).json().code).toBe('request.too-deep');
  });

  test('in a filter of an address', async () => {
    const deep = `${'{"not":'.repeat(900)}{}${'}'.repeat(900)}`;
    const url = `${base}/tickets?filter=${encodeURIComponent(deep)}`;
    const answer = await desk.server.inject({ url: url.slice(0, 8000) });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'request.invalid']);
    const lists = await desk.server.inject({ url: `${base}/tickets?filter=${'['.repeat(4000)}${']'.repeat(4000)}` });
    expect([lists.statusCode, lists.json().code]).toEqual([400, 'request.invalid']);
  });

  test('in events, of which good ones of the same body are kept', async () => {
    const whole = await post('/events', 'application/cloudevents+json', event(`"data":${deepObject}`));
    expect(whole.json().code).toBe('request.too-deep');
    const lines = [event('"data":{}'), event(`"data":{"fields":${deepObject}}`), event(`"extra":${deepList}`)];
    const answer = await post('/events', 'application/x-ndjson', lines.join('\n'));
    const outcomes = answer
      .json()
      .results.map((one: { outcome: string; error: { code: string } | null }) => [
        one.outcome,
        one.error?.code ?? null,
      ]);
    expect(outcomes).toEqual([
      ['accepted', null],
      ['rejected', 'request.too-deep'],
      ['rejected', 'request.too-deep'],
    ]);
  });

  test('in a file that is imported, whose other lines are taken', async () => {
    const levelsOfLine = 50_000;
    const deepTime = '['.repeat(levelsOfLine) + ']'.repeat(levelsOfLine);
    const lines = [
      event('"data":{"channel":"chat"}').replace('"D"', '"E"').replace('"d"', '"e"'),
      event(`"data":${'{"a":'.repeat(levelsOfLine)}1${'}'.repeat(levelsOfLine)}`).replace('"d"', '"f"'),
      `{"time":${deepTime}}`,
    ];
    const name = '/imports?name=deep.ndjson&source=deep';
    const { id } = (await post(name, 'application/x-ndjson', lines.join('\n'))).json();
    const state = async () => (await desk.server.inject(`${base}/imports/${id}`)).json();
    while (!/done|failed/.test((await state()).state)) await new Promise((wake) => setTimeout(wake, 50));
    expect(await state()).toMatchObject({ state: 'done', error: null });
    const rejected = (await desk.server.inject(`${base}/imports/${id}/rejected`)).json().items;
    expect(rejected.map((one: { line: number; code: string }) => [one.line, one.code])).toEqual([
      [2, 'event.too-deep'],
      [3, 'event.too-deep'],
    ]);
  });
});

describe('keys that mean something to JavaScript change nothing', () => {
  const poison = '{"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}},"polluted2":1}';
  const clean = () => {
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype).filter((name) => /polluted/.test(name))).toEqual([]);
  };

  test.each(ofJson)('in the body of $method $path', async ({ method, path }) => {
    const url = base + path.replace(/\{\w+\}/g, 'x'.repeat(43));
    const headers = { 'content-type': 'application/json' };
    const answer = await desk.server.inject({ method, url, headers, payload: poison });
    expect(answer.statusCode, answer.body).toBeLessThan(500);
    clean();
  });

  test('in events, their data, customers and fields, which are kept, folded and shown as they came', async () => {
    const own = `"data":{"channel":"chat","__proto__":{"status":"solved"},"customer":${poison},"fields":{"__proto__":"x","constructor":"y","toString":"z"}}`;
    const [answer] = (
      await post('/events', 'application/x-ndjson', event(own).replace('"D"', '"P"').replace('"d"', '"p"'))
    ).json().results;
    expect(answer.outcome).toBe('accepted');
    await desk.app.folds.settled();
    clean();
    const ticket = await desk.server.inject(`${base}/tickets/P`);
    expect(ticket.statusCode).toBe(200);
    expect(ticket.json().status).not.toBe('solved');
    const by = ['fields.__proto__', 'fields.constructor', 'fields.toString'];
    for (const dimension of by) {
      const grouped = await post(
        '/query',
        'application/json',
        question('null').replace('"from"', `"by":["${dimension}"],"from"`),
      );
      expect(grouped.statusCode, grouped.body).toBeLessThan(500);
    }
    clean();
  });

  test('in an address', async () => {
    for (const query of [
      '__proto__[polluted]=yes',
      'constructor.prototype.polluted=yes',
      '__proto__=1&filter={"__proto__":{}}',
    ]) {
      const answer = await desk.server.inject({ url: `${base}/tickets?${encodeURI(query)}` });
      expect(answer.statusCode, query).toBe(400);
    }
    clean();
  });
});
