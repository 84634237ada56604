import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
      const { stdout } = await run('head', ['-1', join(data, 'postmaster.pid')]);
      const pids = (await run('pgrep', ['-P', stdout.trim()])).stdout.trim().split('\n');
      for (const pid of [stdout.trim(), ...pids]) process.kill(Number(pid), name);
    },
    async remove() {
      await stop('immediate').catch(() => undefined);
      rmSync(folder, { recursive: true, force: true });
    },
  };
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
