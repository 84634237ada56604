import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyFreshStores } from '#test/support/fresh-stores.ts';
import { password } from '#test/support/people.ts';
import { spawnServer, spawnVigie } from '#test/support/spawn-vigie.ts';

/** Owner of the workspace and operator of the installation of every server that is started here. */
export const owner = { email: 'owner@example.org', password } as const;

export interface RunningVigie {
  readonly origin: string;
  /** Makes the first account, where none was made for it. */
  readonly ownerLink: string;
  close(): Promise<void>;
}

interface Options {
  readonly withOwner?: boolean;
  /** In an empty folder, as for a newcomer; else its stores are there, with nothing in them. */
  readonly bare?: boolean;
  /** Settings besides. */
  readonly env?: Readonly<Record<string, string>>;
}

/** `vigie start` in a process and a data folder of its own, on any free port; with its owner, unless not. */
export async function startVigie(options: Options = {}): Promise<RunningVigie> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-e2e-'));
  if (!options.bare) await copyFreshStores(dataFolder);
  const place = { cwd: dataFolder, dataFolder, env: options.env ?? {} };
  const running = await spawnServer(place, ['start', '--port', '0', '--json']);
  const { url, ownerLink } = JSON.parse(running.firstLine) as { url: string; ownerLink: string };
  if (options.withOwner !== false) await makeOwner(place);
  return {
    origin: url,
    ownerLink,
    async close() {
      await running.stop('SIGTERM');
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function makeOwner(place: { cwd: string; dataFolder: string }): Promise<void> {
  const words = ['user', 'create', '--email', owner.email, '--name', 'Léa Martin', '--role', 'owner', '--operator'];
  const { code, stderr } = await spawnVigie(place, words, `${owner.password}\n`);
  if (code !== 0) throw new Error(`The owner could not be made: ${stderr}`);
}

const cookies = new Map<string, Promise<string>>();

/** The cookie of a session of the owner, for calls beside the browser. */
function cookieOf(origin: string): Promise<string> {
  const known = cookies.get(origin) ?? signIn(origin);
  cookies.set(origin, known);
  return known;
}

async function signIn(origin: string): Promise<string> {
  const response = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(owner),
  });
  if (!response.ok) throw new Error(`The owner could not sign in: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}

async function getJson<Answer>(url: string, init: RequestInit = {}): Promise<Answer> {
  const cookie = await cookieOf(new URL(url).origin);
  const response = await fetch(url, { ...init, headers: { ...init.headers, cookie } });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer;
}

/** Loads a bundled sample over the API and waits until its figures stand. */
export async function loadSample(origin: string, sample: string, query = ''): Promise<void> {
  const { id } = await getJson<{ id: string }>(`${origin}/api/v1/samples/${sample}${query}`, { method: 'POST' });
  await waitForImport(origin, id);
}

/** Imports a CSV file over the API by the mapping that is guessed, and waits until its figures stand. */
export async function loadFile(origin: string, name: string, body: string): Promise<void> {
  const imports = `${origin}/api/v1/imports`;
  const send = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body };
  const { mapping } = await getJson<{ mapping: object }>(`${imports}/preview?name=${name}`, send);
  const query = new URLSearchParams({ name, source: 'desk', mapping: JSON.stringify(mapping) });
  const { id } = await getJson<{ id: string }>(`${imports}?${query}`, send);
  await waitForImport(origin, id);
}

async function waitForImport(origin: string, id: string): Promise<void> {
  for (;;) {
    const { state } = await getJson<{ state: string }>(`${origin}/api/v1/imports/${id}`);
    if (state === 'done') return;
    if (state === 'failed') throw new Error(`The import ${id} failed`);
    await new Promise((wake) => setTimeout(wake, 200));
  }
}

interface Answer {
  readonly total: (number | null)[];
  readonly meta: { readonly definitions: readonly object[] };
}

/** Asks the API a question, to hold a screen against its answer. */
export async function ask(origin: string, query: object): Promise<Answer> {
  return post(origin, '/query', query);
}

/** Sends to the API what the owner would send. */
export async function post<Answer>(origin: string, path: string, body: object): Promise<Answer> {
  return getJson(`${origin}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
