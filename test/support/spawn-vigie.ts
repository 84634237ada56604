import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestStores } from './test-stores.ts';

const launcher = resolve(import.meta.dirname, '../../bin/vigie.mjs');

interface Place extends Partial<Omit<TestStores['places'], 'dataFolder'>> {
  readonly cwd: string;
  readonly dataFolder: string;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function start({ cwd, dataFolder, ...servers }: Place, argv: readonly string[]): ChildProcess {
  const env = {
    PATH: process.env.PATH,
    LANG: 'C.UTF-8',
    VIGIE_DATA: dataFolder,
    VIGIE_LOG: 'warn',
    VIGIE_WORKERS: '1',
    VIGIE_RATE_LIMIT: '0',
    ...(servers.databaseUrl && { DATABASE_URL: servers.databaseUrl }),
    ...(servers.clickhouseUrl && { CLICKHOUSE_URL: servers.clickhouseUrl }),
    ...(servers.clickhouseCluster && { CLICKHOUSE_CLUSTER: servers.clickhouseCluster }),
  };
  return spawn(process.execPath, [launcher, ...argv], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
}

function endOf(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

/** Runs the real command line in a process of its own. */
export function spawnVigie(place: Place, argv: readonly string[], stdin = ''): Promise<Ended> {
  const child = start(place, argv);
  const ended = endOf(child);
  child.stdin?.end(stdin);
  return ended;
}

/** A command that keeps running, once it has written its first line. */
export async function spawnServer(place: Place, argv: readonly string[]) {
  const child = start(place, argv);
  const ended = endOf(child);
  const first = new Promise<string>((done, fail) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).once('line', done);
    ended.then(({ code, stderr }) => fail(new Error(`ended with ${code}: ${stderr}`)));
  });
  return {
    firstLine: await first,
    child,
    stop(signal: NodeJS.Signals): Promise<Ended> {
      child.kill(signal);
      return ended;
    },
  };
}
