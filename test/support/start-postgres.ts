import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = '/usr/lib/postgresql';

/** Where Debian's PostgreSQL is installed, the newest; null: it is not. */
export const postgresBinaries: string | null = findBinaries();

/** A PostgreSQL server of a test's own, which it may stop and start. */
export interface PostgresServer {
  /** Of a database without tables; its user is a superuser. */
  readonly url: string;
  /** `immediate` is as if it crashed. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** Freezes every process of it, or lets them go on. */
  signal(name: 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  remove(): Promise<void>;
}

/** Starts a server in a new folder, on loopback and a free port. */
export async function startPostgres(): Promise<PostgresServer> {
  if (postgresBinaries === null) throw new Error('PostgreSQL is not installed here.');
  const bin = postgresBinaries;
  const folder = mkdtempSync(join(tmpdir(), 'vigie-pg-'));
  const data = join(folder, 'db');
  const owner = process.getuid?.() === 0 ? 'postgres' : null;
  // The server refuses to run as root.
  const as = (command: string, args: readonly string[]) =>
    owner ? run('runuser', ['-u', owner, '--', command, ...args]) : run(command, [...args]);
  if (owner) chownSync(folder, Number((await run('id', ['-u', owner])).stdout), 0);
  await as(join(bin, 'initdb'), ['-D', data, '-U', 'vigie', '--auth=trust', '-E', 'UTF8', '--no-sync']);
  const port = await freePort();
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c max_connections=60`;
  const control = (...args: string[]) => as(join(bin, 'pg_ctl'), ['-D', data, '-w', '-s', ...args]);
  const start = async () => void (await control('-l', join(folder, 'log'), '-o', options, 'start'));
  const stop = async (mode = 'fast') => void (await control('-m', mode, 'stop'));
  await start();
  return {
    url: `postgres://vigie@127.0.0.1:${port}/postgres`,
    start,
    stop,
    async signal(name) {
      const [postmaster = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
      // Before its children are listed, so that it makes no other that would go on answering.
      if (name === 'SIGSTOP') await freeze(postmaster);
      for (const pid of await childrenOf(postmaster)) send(pid, name);
      if (name === 'SIGCONT') send(postmaster, name);
    },
    async remove() {
      await stop('immediate').catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One that has ended meanwhile is not missed. */
function send(pid: string, name: NodeJS.Signals): void {
  try {
    process.kill(Number(pid), name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** A stop signal works a moment after it was sent. */
async function freeze(pid: string): Promise<void> {
  send(pid, 'SIGSTOP');
  while (!/^State:\s+T/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) await sleep(1);
}

async function childrenOf(pid: string): Promise<string[]> {
  return (await run('pgrep', ['-P', pid])).stdout.trim().split('\n');
}

function findBinaries(): string | null {
  if (!existsSync(root)) return null;
  const versions = readdirSync(root).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
