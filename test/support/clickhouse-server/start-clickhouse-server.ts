import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ClickHouseServer {
  readonly url: string;
  stop(): Promise<void>;
  /** Ends it as a crash would, or freezes it and lets it go on. */
  signal(name: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void>;
}

/**
 * Starts a server that speaks ClickHouse's HTTP protocol, in a process of its own, since one process holds one folder of
 * the embedded engine.
 */
export async function startClickHouseServer(options: readonly string[] = []): Promise<ClickHouseServer> {
  const child = fork(join(import.meta.dirname, 'main.ts'), options, {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Statements run on these threads, and files are written on them too.
    env: { ...process.env, UV_THREADPOOL_SIZE: '16' },
  });
  const ended = once(child, 'exit');
  const [told] = await Promise.race([
    once(child, 'message'),
    ended.then(() => Promise.reject(new Error('The server ended before it listened.'))),
  ]);
  return {
    url: (told as { url: string }).url,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
    async signal(name) {
      child.kill(name);
      if (name === 'SIGKILL') await ended;
    },
  };
}
