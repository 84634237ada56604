import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';

const source = readFileSync(resolve(import.meta.dirname, '../../public/service-worker.js'), 'utf8');
const origin = 'https://vigie.example.org';

interface Shown {
  readonly title: string;
  readonly options: { readonly body: string; readonly tag: string; readonly data: { readonly url: string } };
}

/** The worker in a browser that notes what is asked of it, with windows open at some addresses. */
function startWorker(...windows: readonly string[]) {
  const shown: Shown[] = [];
  const brought: string[] = [];
  const opened: string[] = [];
  const handlers = new Map<string, (event: unknown) => void>();
  const self = {
    addEventListener: (name: string, handler: (event: unknown) => void) => handlers.set(name, handler),
    location: new URL('/service-worker.js', origin),
    registration: {
      showNotification: async (title: string, options: Shown['options']) => shown.push({ title, options }),
    },
    clients: {
      matchAll: async () => windows.map((url) => ({ url, focus: async () => brought.push(url) })),
      openWindow: async (url: string) => opened.push(url),
    },
  };
  runInContext(source, createContext({ self, URL }));
  const happens = async (name: string, event: object) => {
    let work: Promise<unknown> = Promise.resolve();
    handlers.get(name)?.({ ...event, waitUntil: (given: Promise<unknown>) => (work = given) });
    await work;
  };
  return {
    ...{ shown, brought, opened },
    push: (text: string) => happens('push', { data: { json: () => JSON.parse(text) } }),
    click: (url: unknown) => happens('notificationclick', { notification: { close: () => undefined, data: { url } } }),
  };
}

const message = {
  title: 'A promise is broken',
  body: 'Ticket T-1',
  path: '/tickets/T-1?workspace=default',
  tag: 'one',
};

test('what is pushed is shown with its place in Vigie', async () => {
  const worker = startWorker();
  await worker.push(JSON.stringify(message));
  expect(worker.shown).toMatchObject([
    { title: message.title, options: { body: message.body, tag: 'one', data: { url: `${origin}${message.path}` } } },
  ]);
});

test.each(['https://elsewhere.example.org/', '//elsewhere.example.org', 'javascript:alert(1)', 'https://'])(
  'a path that leads out of Vigie, %s, leads to its first page',
  async (path) => {
    const worker = startWorker();
    await worker.push(JSON.stringify({ ...message, path }));
    expect(worker.shown[0]?.options.data.url).toBe(`${origin}/`);
    await worker.click(path);
    expect(worker.opened).toEqual([`${origin}/`]);
  },
);

test('something is shown of a message that cannot be read, so that the browser keeps the right to push', async () => {
  const worker = startWorker();
  await worker.push('not ours');
  expect(worker.shown).toMatchObject([{ title: 'Vigie', options: { data: { url: `${origin}/` } } }]);
});

test('a click brings a window forward that shows the page, and opens one where none does', async () => {
  const url = `${origin}${message.path}`;
  const worker = startWorker(`${origin}/settings/profile`, url);
  await worker.click(url);
  expect([worker.brought, worker.opened]).toEqual([[url], []]);
  const other = startWorker(`${origin}/settings/profile`);
  await other.click(url);
  expect([other.brought, other.opened]).toEqual([[], [url]]);
});
