import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#app/access/actor.ts';
import { may } from '#app/permissions.ts';
import { createToken } from '#app/tokens/tokens.ts';
import { buildOpenApi } from '#contract/openapi.ts';
import { base } from '#contract/paths.ts';
import type { Route } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { tokenScopes } from '#domain/access/permission.ts';
import { roles } from '#domain/access/role.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, signInAs } from '#test/support/people.ts';

/** Somebody who asks: what they send, and what they are. */
interface Caller {
  readonly name: string;
  readonly headers: () => Record<string, string>;
  /** Signs in again, after a route that ends sessions. */
  readonly again: () => Promise<void>;
  readonly actor: Actor | null;
}

let desk: TestServer;
const callers: Caller[] = [];
const all = Object.values<Route>(routes);

beforeAll(async () => {
  desk = await openTestServer();
  const { server, accounts, app } = desk;
  for (const role of roles) {
    const email = `${role}.of@example.org`;
    const made = await makeMember(server, accounts, app, { email, role });
    let { cookie } = made;
    const actor = { kind: 'member', id: made.id, name: role, role, operator: false, teams: [], agents: [] } as const;
    const again = async () => {
      cookie = await signInAs(server, email);
    };
    callers.push({ name: role, actor, headers: () => ({ cookie }), again });
  }
  const again = async () => undefined;
  const by = { actor: { kind: 'operator' }, address: null } as const;
  for (const scope of tokenScopes) {
    const { token } = await createToken(app, { name: scope, scope, expiresInDays: 1 }, by);
    const actor = { kind: 'token', id: 't', name: scope, scope } as const;
    callers.push({ name: `token ${scope}`, actor, headers: () => ({ authorization: `Bearer ${token}` }), again });
  }
  callers.push({ name: 'nobody', actor: null, headers: () => ({ cookie: '' }), again });
  callers.push({
    name: 'a token that is not known',
    actor: null,
    headers: () => ({ authorization: `Bearer vigie_${'x'.repeat(43)}` }),
    again,
  });
});
afterAll(() => desk.close());

const endings = new Set(['sign-out', 'sign-out-everywhere']);

/** A call that says nothing: whoever is let in is told what is missing, or is answered. */
function callOf(route: Route, headers: Record<string, string>): InjectOptions {
  const path = route.path.replace(/\{\w+\}/g, 'nothing-is-called-this');
  const body = route.body === undefined ? {} : { payload: '"nothing"' };
  const type = route.body === undefined ? {} : { 'content-type': 'application/json' };
  return { method: route.method, url: base + path, headers: { ...type, ...headers }, ...body };
}

/** What the table of permissions says of a cell. */
function expected(route: Route, { actor }: Caller): 'in' | 'denied' | 'unknown' {
  if (route.may === 'anyone') return 'in';
  if (actor === null) return 'unknown';
  if (route.may === 'signed-in') return actor.kind === 'member' ? 'in' : 'unknown';
  return may(actor, route.may) ? 'in' : 'denied';
}

async function ask(route: Route, caller: Caller): Promise<'in' | 'denied' | 'unknown'> {
  const headers = caller.headers();
  if (route.id === 'live') return askLive(headers);
  const answer = await desk.server.inject(callOf(route, headers));
  if (endings.has(route.id)) await caller.again();
  const code = answer.headers['content-type']?.includes('problem+json') ? answer.json().code : '';
  return verdictOf(answer.statusCode, code);
}

function verdictOf(status: number, code: string): 'in' | 'denied' | 'unknown' {
  if (code === 'access.denied') return 'denied';
  if (status === 401 && code.startsWith('access.')) return 'unknown';
  return 'in';
}

async function askLive(headers: Record<string, string>): Promise<'in' | 'denied' | 'unknown'> {
  const hangUp = new AbortController();
  const answer = await fetch(`${await origin()}${base}/live`, { headers, signal: hangUp.signal });
  const problem = answer.ok ? { code: '' } : ((await answer.json()) as { code: string });
  hangUp.abort();
  return verdictOf(answer.status, problem.code);
}

let listening: Promise<string> | null = null;
function origin(): Promise<string> {
  listening ??= desk.server.listen({ host: '127.0.0.1', port: 0 });
  return listening;
}

describe('the server lets in whom the table of permissions names, and nobody else', () => {
  test.each(all.map((route) => [route.id, route] as const))('%s', async (_, route) => {
    const [said, found]: Record<string, string>[] = [{}, {}];
    for (const caller of callers) {
      (said as Record<string, string>)[caller.name] = expected(route, caller);
      (found as Record<string, string>)[caller.name] = await ask(route, caller);
    }
    expect(found).toEqual(said);
  });
});

test('every operation of the OpenAPI document is a route of the matrix', () => {
  const { paths } = buildOpenApi('test') as { paths: Record<string, Record<string, { operationId: string }>> };
  const operations = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(operations.sort()).toEqual(all.map(({ id }) => id).sort());
});

test('nothing else answers without a session or token but health and the files of the web app', async () => {
  const open = async (url: string) => (await desk.server.inject({ url, headers: { cookie: '' } })).statusCode;
  for (const url of ['/healthz', '/readyz']) expect([url, await open(url)]).toEqual([url, 200]);
  for (const url of ['/metrics', '/api/openapi.json', '/api/docs']) expect([url, await open(url)]).toEqual([url, 401]);
  const known = new Set(['/healthz', '/readyz', '/metrics', '/api/openapi.json', '/api/docs', '*']);
  const served = servedPaths(desk.server.printRoutes({ commonPrefix: false }));
  expect(served.length).toBeGreaterThan(50);
  expect(served.filter((path) => !path.startsWith(base) && !known.has(path))).toEqual([]);
});

/** The paths of a drawn tree of routes: each line adds its own part, four letters deeper a level. */
function servedPaths(tree: string): string[] {
  const above: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^([│├└─\s]*)(\S+)( \(.*\))?$/.exec(line);
    if (found === null) return [];
    const depth = Math.floor((found[1] as string).length / 4);
    above.length = depth;
    above[depth] = `${above[depth - 1] ?? ''}${found[2]}`;
    return found[3] === undefined ? [] : [above[depth] as string];
  });
}

test('a member of nothing is let into no workspace, and an operator of none only looks after the installation', async () => {
  const { server, accounts, app } = desk;
  for (const operator of [false, true]) {
    const email = `guest-${operator}@example.org`;
    const person = await makeMember(server, accounts, app, { email, role: 'viewer', operator });
    await app.records.deleteFrom('members').where('userId', '=', person.id).execute();
    const status = async (url: string) =>
      (await server.inject({ url: base + url, headers: { cookie: person.cookie } })).statusCode;
    expect(await status('/status')).toBe(403);
    expect(await status('/workspaces')).toBe(operator ? 200 : 403);
    expect(await status('/session')).toBe(200);
  }
});
