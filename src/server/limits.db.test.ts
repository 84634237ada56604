import { createConnection, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { base } from '#contract/paths.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';

const limits = {
  connections: 12,
  headersMs: 1000,
  keepAliveMs: 1000,
  lingerMs: 300,
  body: { idleMs: 1000, wholeMs: 2500 },
} as const;

let desk: TestServer;
let port = 0;
beforeAll(async () => {
  desk = await openTestServer({ limits });
  port = Number(new URL(await desk.server.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => desk.close());

/** A connection, what came back on it, and when it was closed. */
function open() {
  const socket = createConnection(port, '127.0.0.1');
  let text = '';
  socket.on('data', (piece) => (text += piece));
  socket.on('error', () => {});
  const closed = new Promise<string>((done) => socket.on('close', () => done(text)));
  return { socket, closed, text: () => text };
}

const startOf = (method: string, path: string, headers: Record<string, string | number> = {}) =>
  [
    `${method} ${base}${path} HTTP/1.1`,
    ...Object.entries({ host: '127.0.0.1', cookie: desk.owner.cookie, ...headers }).map((pair) => pair.join(': ')),
  ].join('\r\n');
const post = (path: string, headers: Record<string, string | number>) => `${startOf('POST', path, headers)}\r\n\r\n`;
const json = { 'content-type': 'application/json' };

function expectProblem(answer: string, status: number, code: string): void {
  const [head = '', body = ''] = answer.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head.toLowerCase()).toContain('content-type: application/problem+json');
  expect(JSON.parse(body)).toMatchObject({ status, code });
}

async function drip(socket: Socket, pieces: readonly string[], everyMs: number): Promise<void> {
  for (const piece of pieces) {
    if (socket.destroyed) return;
    socket.write(piece);
    await sleep(everyMs);
  }
}

test('a connection on which nothing comes is closed', async () => {
  expect(await open().closed).toMatch(/^HTTP\/1.1 408 /);
});

test('headers that trickle are cut off with a problem', async () => {
  const { socket, closed } = open();
  await drip(socket, ['GET / HT', 'TP/1.1\r\n', 'host: x\r\n', 'x-a: 1\r\n', 'x-b: 1\r\n', 'x-c: 1\r\n'], 500);
  expectProblem(await closed, 408, 'request.too-slow');
});

test('a body in which nothing comes any more is cut off with a problem', async () => {
  const { socket, closed } = open();
  socket.write(`${post('/query', { ...json, 'content-length': 100 })}{"kpis":`);
  expectProblem(await closed, 408, 'request.too-slow');
});

test('a body that trickles without a pause is cut off all the same', async () => {
  const { socket, closed } = open();
  socket.write(post('/query', { ...json, 'content-length': 1000 }));
  await drip(socket, Array<string>(20).fill(' '), 250);
  expectProblem(await closed, 408, 'request.too-slow');
});

test('a file may take its time as long as it keeps coming', async () => {
  const headers = { 'content-type': 'text/csv', 'content-length': 30, connection: 'close' };
  const slow = open();
  slow.socket.write(post('/imports?name=a.csv&source=slow', headers));
  await drip(slow.socket, Array<string>(15).fill('a\n'), 250);
  expect(await slow.closed).toMatch(/^HTTP\/1.1 202 /);
});

test('a large file arrives whole', async () => {
  const line = `${JSON.stringify({ x: 'y'.repeat(1000) })}\n`;
  const answer = await fetch(`http://127.0.0.1:${port}${base}/imports?name=large.ndjson&source=large`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', cookie: desk.owner.cookie },
    body: line.repeat(20_000),
  });
  expect([answer.status, ((await answer.json()) as { totalBytes: number }).totalBytes]).toEqual([
    202,
    line.length * 20_000,
  ]);
});

test('headers and addresses that are too large are refused with a problem', async () => {
  const large = open();
  large.socket.write(`${startOf('GET', '/kpis', { 'x-large': 'x'.repeat(20_000) })}\r\n\r\n`);
  expectProblem(await large.closed, 431, 'request.headers-too-large');
  const long = open();
  long.socket.write(`${startOf('GET', `/tickets?filter=${'x'.repeat(9000)}`, { connection: 'close' })}\r\n\r\n`);
  expectProblem(await long.closed, 414, 'request.url-too-long');
});

test('what is no HTTP is refused, and nothing of it is repeated', async () => {
  const { socket, closed } = open();
  socket.write('\x16\x03\x01 s3cret\r\n\r\n');
  const answer = await closed;
  expectProblem(answer, 400, 'request.malformed');
  expect(answer).not.toContain('s3cret');
});

test('a request that says its length twice, in two ways, is refused', async () => {
  const { socket, closed } = open();
  socket.write(
    `${post('/query', { ...json, 'content-length': 4, 'transfer-encoding': 'chunked' })}0\r\n\r\nGET / HTTP/1.1\r\n\r\n`,
  );
  expectProblem(await closed, 400, 'request.malformed');
});

test('the rest of a body that was answered before its end is not waited for', async () => {
  const { socket, closed, text } = open();
  socket.write(post('/query', { ...json, cookie: 'none=1', 'content-length': 100_000 }));
  const dripped = drip(socket, Array<string>(40).fill(' '), 50);
  expect(await closed).toMatch(/^HTTP\/1.1 401 /);
  await dripped;
  expect(text().match(/HTTP\/1.1/g)).toHaveLength(1);
});

test('connections beyond the limit are closed at once, and there is room again when others have gone', async () => {
  const held = Array.from({ length: limits.connections }, open);
  await Promise.all(held.map(({ socket }) => new Promise((done) => socket.once('connect', done))));
  expect(await open().closed).toBe('');
  await Promise.all(held.map(({ closed }) => closed));
  const later = open();
  later.socket.write(`${startOf('GET', '/kpis', { connection: 'close' })}\r\n\r\n`);
  expect(await later.closed).toMatch(/^HTTP\/1.1 200 /);
});
