import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importsSettled } from '#app/imports/running-imports.ts';
import { createToken } from '#app/tokens/tokens.ts';
import { base } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { fillDesk, openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember } from '#test/support/people.ts';
import { Dice } from './dice.ts';
import { nastyText, nastyValue } from './nasty.ts';

const REQUESTS = 10_000;
/** Asked at a time, as by several people. */
const AT_ONCE = 8;
const seed = 20_261_126;

/** Left out: the one that never ends, and the one that makes a year of data when it is asked well. */
const left = new Set(['live', 'start-sample']);
/** Asked seldom: each costs a hash made slow on purpose. */
const slow = new Set([
  'sign-in',
  'change-password',
  'create-owner',
  'accept-invitation',
  'reset-password',
  'start-two-factor',
  'stop-two-factor',
  'create-link',
  'open-link',
]);
const all = Object.values<Route>(routes).filter(({ id }) => !left.has(id));

/** What must stand in no answer: traces, statements, paths and secrets of the machine. */
const leaks =
  /\.(?:ts|js|mjs):\d+|node_modules|DB::Exception|syntax error at|pg_catalog|SELECT .* FROM|\/tmp\/vigie|secret\.key|scrypt|stack"/i;

let desk: TestServer;
let callers: Record<string, string>[];

beforeAll(async () => {
  desk = await openTestServer();
  await fillDesk(desk.app);
  const by = { actor: { kind: 'operator' }, address: null } as const;
  const { token } = await createToken(desk.app, { name: 'fuzz', scope: 'admin', expiresInDays: 1 }, by);
  const agent = await makeMember(desk.server, desk.accounts, desk.app, {
    ...{ email: 'agent@example.org', role: 'agent', teams: ['x'], agents: ['a1'] },
  });
  callers = [
    { authorization: `Bearer ${token}` },
    { authorization: `Bearer ${token}` },
    { cookie: agent.cookie },
    { cookie: '' },
  ];
});
afterAll(() => desk.close());

function pathOf(route: Route, dice: Dice): string {
  const known = ['T-1', 'É/5 x', 'agent', 'sla-by-agent', 'tickets', 'clocks'];
  const path = route.path.replace(/\{\w+\}/g, () => {
    const part = dice.chance(0.4) ? dice.pick(known) : nastyText(dice);
    return dice.chance(0.1) ? bare(part) : encodeURIComponent(part.slice(0, 1_500).toWellFormed());
  });
  return (
    base +
    (dice.chance(0.05)
      ? path + dice.pick(['/', '//', '/..', '/../../etc/passwd', '%00', ';x=1', '/.git/config'])
      : path)
  );
}

function queryOf(route: Route, dice: Dice): string {
  const names = [...Object.keys(route.query?.shape ?? {}), 'workspace', 'nothing'];
  const pairs = Array.from({ length: dice.below(4) }, () => {
    const text = dice.chance(0.3) ? JSON.stringify(nastyValue(dice, 3)) : nastyText(dice);
    return `${encodeURIComponent(dice.pick(names))}=${encodeURIComponent(text.slice(0, 2_000).toWellFormed())}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function bodyOf(route: Route, dice: Dice): { payload?: string; headers: Record<string, string> } {
  if (route.body === undefined && dice.chance(0.9)) return { headers: {} };
  const types = route.body && 'raw' in route.body ? route.body.raw : ['application/json'];
  const type = dice.chance(0.9)
    ? dice.pick(types)
    : dice.pick(['text/html', 'application/json; charset=x', 'multipart/form-data', '']);
  const keys =
    route.body && 'json' in route.body
      ? Object.keys((route.body.json as { shape?: object }).shape ?? {})
      : ['id', 'type'];
  const shaped = Object.fromEntries(keys.filter(() => dice.chance(0.7)).map((key) => [key, nastyValue(dice, 3)]));
  const text = dice.chance(0.6)
    ? JSON.stringify(shaped)
    : dice.chance(0.7)
      ? JSON.stringify(nastyValue(dice, 5))
      : nastyText(dice);
  const encoding = dice.chance(0.03) ? { 'content-encoding': dice.pick(['gzip', 'br', 'x']) } : {};
  return { payload: text, headers: { ...(type === '' ? {} : { 'content-type': type }), ...encoding } };
}

function requestOf(dice: Dice): InjectOptions & { method: string; url: string } {
  let route = dice.pick(all);
  while (slow.has(route.id) && !dice.chance(0.05)) route = dice.pick(all);
  const { payload, headers } = bodyOf(route, dice);
  const odd = dice.chance(0.1) ? { 'accept-language': headerText(dice), 'vigie-workspace': headerText(dice) } : {};
  const method = dice.chance(0.97)
    ? route.method
    : dice.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'] as const);
  return {
    ...{ method, url: pathOf(route, dice) + queryOf(route, dice) },
    headers: { ...headers, ...odd, ...dice.pick(callers) },
    ...(payload === undefined ? {} : { payload }),
  };
}

/** As an address can carry it without being encoded. */
const bare = (text: string) => text.replace(/[^!$-~]|[?]/g, '').slice(0, 300);

/** What a header can carry: HTTP itself refuses the rest before it is sent. */
const headerText = (dice: Dice) =>
  nastyText(dice)
    .replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 500);

test(`${REQUESTS} requests of wrong types, huge, nested, with statements and tricks in every text, break nothing and tell nothing`, async () => {
  const dice = new Dice(seed);
  const wrong: unknown[] = [];
  const statuses: Record<number, number> = {};
  for (let asked = 0; asked < REQUESTS; asked += AT_ONCE) {
    const requests = Array.from({ length: AT_ONCE }, () => requestOf(dice));
    const answers = await Promise.all(requests.map((request) => desk.server.inject(request)));
    answers.forEach((answer, index) => {
      const { method, url, headers, payload } = requests[index] as ReturnType<typeof requestOf>;
      statuses[answer.statusCode] = (statuses[answer.statusCode] ?? 0) + 1;
      // A store that is away, or mail that is not set up, are known problems; nothing unexpected is.
      const known = answer.statusCode === 503 && answer.json().code === 'account.no-mail';
      const told = leaks.exec(withoutEcho(answer.body, url, String(payload)));
      if ((answer.statusCode >= 500 && !known) || told) {
        wrong.push({
          method,
          url: url.slice(0, 300),
          headers,
          payload: String(payload).slice(0, 300),
          status: answer.statusCode,
          told: told?.[0],
          body: answer.body.slice(0, 300),
        });
      }
    });
    if (wrong.length > 20) break;
  }
  await importsSettled(desk.app);
  expect(wrong).toEqual([]);
  // Both ends were reached: some were answered, most were refused.
  expect(statuses[200] ?? 0).toBeGreaterThan(300);
  expect(statuses[400] ?? 0).toBeGreaterThan(1_000);
}, 600_000);

/**
 * What was sent may come back in a message that says what is wrong with it; that is no leak. Rejected events are kept as they
 * were sent, for whoever mends them: what a list of them says beside that is held to the same.
 */
function withoutEcho(body: string, url: string, payload: string): string {
  if (url.startsWith(`${base}/dead-letters`) && body.startsWith('{')) {
    const kept = JSON.parse(body, (key, value) => (key === 'raw' ? undefined : value));
    return withoutEcho(JSON.stringify(kept), '', `${url} ${payload}`);
  }
  const sent = `${decodeURIComponent(url.replace(/%(?![0-9a-f]{2})/gi, '%25'))} ${payload}`;
  return leaks.test(sent) ? '' : body;
}

test('afterwards the server still answers, with the same tickets as before', async () => {
  const authorization = callers[0]?.authorization as string;
  const ask = async (url: string) => (await desk.server.inject({ url: base + url, headers: { authorization } })).json();
  expect(await ask('/tickets/T-1')).toMatchObject({ ticket: { key: 'T-1', subject: 'Parcel lost' } });
  expect((await desk.server.inject('/readyz')).statusCode).toBe(200);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
