import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sendRequest } from './send-request.ts';

let handle: (request: IncomingMessage, response: ServerResponse) => void;
const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.method} ${request.headers.host}${request.url}`);
  handle(request, response);
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  handle = (_, response) => response.end('ok');
});

const here = [{ address: '127.0.0.1', family: 4 }];
const post = (path = '/') => ({ url: `http://hooks.invalid:${port}${path}`, method: 'POST', body: '{}' }) as const;

test('a request goes to the address that was checked, the name being looked up once', async () => {
  const lookups: string[] = [];
  const resolve = async (host: string) => {
    lookups.push(host);
    return lookups.length === 1 ? here : [{ address: '10.9.9.9', family: 4 }];
  };
  const answer = await sendRequest(post('/in?a=1'), { allowPrivate: true, resolve });
  expect([answer.status, String(answer.body)]).toEqual([200, 'ok']);
  expect([lookups, asked]).toEqual([['hooks.invalid'], [`POST hooks.invalid:${port}/in?a=1`]]);
});

test.each([
  ['a private address', ['127.0.0.1']],
  ['a private address beside a public one', ['93.184.216.34', '10.0.0.1']],
  ['the metadata of a cloud', ['169.254.169.254']],
  ['an IPv4-mapped address', ['::ffff:127.0.0.1']],
])('a name that resolves to %s is refused before anything is sent', async (_, addresses) => {
  const resolve = async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  const sent = sendRequest({ url: `https://hooks.invalid:${port}/`, method: 'POST' }, { allowPrivate: false, resolve });
  await expect(sent).rejects.toMatchObject({ code: 'outgoing.address-refused', params: { host: 'hooks.invalid' } });
  expect(asked).toEqual([]);
});

test('names of this machine are resolved and refused, in any case and with a dot at their end', async () => {
  for (const name of ['localhost', 'LocalHost.']) {
    const sent = sendRequest({ url: `https://${name}:${port}/`, method: 'GET' }, { allowPrivate: false });
    await expect(sent, name).rejects.toMatchObject({ code: 'outgoing.address-refused' });
  }
});

test('a redirect is given back and not followed', async () => {
  handle = (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` }).end();
  const answer = await sendRequest(post(), { allowPrivate: true, resolve: async () => here });
  expect([answer.status, asked.length]).toEqual([302, 1]);
});

test('a server that does not answer in time is given up, at each stage', async () => {
  const rules = { allowPrivate: true, resolve: async () => here, longestMs: 150 };
  const never = new Promise<never>(() => {});
  await expect(sendRequest(post(), { ...rules, resolve: () => never })).rejects.toMatchObject({
    code: 'outgoing.timeout',
  });
  handle = () => {};
  await expect(sendRequest(post(), rules)).rejects.toMatchObject({ code: 'outgoing.timeout' });
  handle = (_, response) => {
    response.writeHead(200);
    const drip = setInterval(() => response.write('.'), 20);
    response.once('close', () => clearInterval(drip));
  };
  await expect(sendRequest(post(), rules)).rejects.toMatchObject({ code: 'outgoing.timeout' });
});

test('an answer of more than 1 MiB is cut off', async () => {
  handle = (_, response) => response.end(Buffer.alloc(1024 ** 2 + 1));
  const sent = sendRequest(post(), { allowPrivate: true, resolve: async () => here });
  await expect(sent).rejects.toMatchObject({ code: 'outgoing.answer-too-large' });
});

test('a server that is not there or speaks no TLS is told as unreachable, without the address', async () => {
  const rules = { allowPrivate: true, resolve: async () => here };
  for (const url of ['http://hooks.invalid:1024/s3cret', `https://hooks.invalid:${port}/s3cret`]) {
    const failure = await sendRequest({ url, method: 'GET' }, rules).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: 'outgoing.unreachable', params: { host: 'hooks.invalid' } });
    expect(String(failure)).not.toContain('s3cret');
  }
  const nowhere = sendRequest(post(), { ...rules, resolve: async () => Promise.reject(new Error('ENOTFOUND')) });
  await expect(nowhere).rejects.toMatchObject({ code: 'outgoing.unknown-host' });
});
