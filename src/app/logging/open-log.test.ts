import { expect, test } from 'vitest';
import { openLog } from './open-log.ts';

function logOf(work: (log: ReturnType<typeof openLog>) => void): string {
  let text = '';
  work(openLog('trace', ['a known secret'], { write: (line) => (text += line) }));
  return text;
}

test('what libraries hang on an error is not logged: requests, headers, bodies, rows, addresses', () => {
  const hung = {
    input: 'postgres://vigie:pl4in@db/vigie',
    config: { headers: { authorization: 'whatever it is' } },
    body: { name: 'Zoé' },
    detail: 'Key (email)=(zoe@example.org) already exists.',
    rawPacket: Buffer.from('GET /s/whatever'),
  };
  const error = Object.assign(new Error('it failed', { cause: Object.assign(new Error('deeper'), hung) }), hung);
  const text = logOf((log) => log.error({ err: error }, 'request failed'));
  expect(text).not.toMatch(/pl4in|whatever|Zoé|zoe@|71,69,84/);
  expect(JSON.parse(text)).toMatchObject({
    msg: 'request failed',
    err: { type: 'Error', message: 'it failed', causes: [{ message: 'deeper' }] },
  });
});

test('a request is not logged, whatever logs it', () => {
  const request = { method: 'GET', url: '/s/whatever', headers: { cookie: 'whatever' } };
  expect(logOf((log) => log.info({ req: request, res: { request } }, 'asked'))).not.toContain('whatever');
});

test('known secrets are hidden in messages, errors and fields', () => {
  const text = logOf((log) => log.warn({ err: new Error('a known secret'), x: 'a known secret' }, 'a known secret'));
  expect(text).not.toContain('a known secret');
});

test('causes that go round end, and what is thrown without being an error is told', () => {
  const round = new Error('round');
  round.cause = round;
  expect(() => logOf((log) => log.error({ err: round }))).not.toThrow();
  expect(logOf((log) => log.error({ err: 'just a text' }))).toContain('just a text');
});
