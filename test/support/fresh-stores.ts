import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runChild } from './run-child.ts';
import { dropDatabase } from './test-database.ts';

const RUN = 'VIGIE_TEST_RUN';
const maker = resolve(import.meta.dirname, 'fresh-stores-child.ts');

/** Stores as an installation leaves them that was opened once, so that a test need not wait for them to be made. */
interface FreshStores {
  readonly dataFolder: string;
  /** On the server that the run names; null for PGlite, whose files are in the folder. */
  readonly databaseUrl: string | null;
}

/** Vitest calls it before a run: a folder of the run, and one of what processes of tests have compiled, as the commands have. */
export function setup(): void {
  process.env[RUN] = mkdtempSync(join(tmpdir(), 'vigie-run-'));
  process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'node-compile-cache');
}

/** Vitest calls it after a run. */
export async function teardown(): Promise<void> {
  const run = process.env[RUN] as string;
  if (existsSync(readyIn(run))) await dropDatabase(readStores(readyIn(run)).databaseUrl);
  rmSync(run, { recursive: true, force: true });
}

/** Those of the run; the first who asks for them makes them. Outside of a run there are none. */
async function freshStores(): Promise<FreshStores | null> {
  const run = process.env[RUN];
  if (run === undefined) return null;
  if (!existsSync(readyIn(run))) await makeReady(run);
  return readStores(readyIn(run));
}

/** Puts a copy of them where an installation will be opened. Its secret it makes for itself. */
export async function copyFreshStores(dataFolder: string): Promise<FreshStores | null> {
  const fresh = await freshStores();
  if (fresh === null) return null;
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const filter = (from: string) => from !== join(fresh.dataFolder, 'secret.key');
  cpSync(fresh.dataFolder, dataFolder, { recursive: true, verbatimSymlinks: true, filter });
  return fresh;
}

/** In a process of its own, since one process holds one folder of the embedded engine. Of two who make them at once, one wins. */
async function makeReady(run: string): Promise<void> {
  const making = mkdtempSync(join(run, 'making-'));
  await runChild(maker, [making], null);
  try {
    renameSync(making, readyIn(run));
  } catch (error) {
    if (!existsSync(readyIn(run))) throw error;
    await dropDatabase(readStores(making).databaseUrl);
    rmSync(making, { recursive: true, force: true });
  }
}

const readyIn = (run: string) => join(run, 'ready');

function readStores(folder: string): FreshStores {
  const { databaseUrl } = JSON.parse(readFileSync(join(folder, 'places.json'), 'utf8'));
  return { dataFolder: join(folder, 'data'), databaseUrl };
}
