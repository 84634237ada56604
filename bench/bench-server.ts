import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskServer, makeToken } from '#test/support/desk-server.ts';

/** Runs work against a server of its own, on embedded stores in a folder that is gone afterwards. */
export async function withServer<Answer>(
  work: (server: DeskServer) => Promise<Answer>,
  env: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const folder = mkdtempSync(join(tmpdir(), 'vigie-bench-'));
  const place = { cwd: folder, dataFolder: join(folder, 'data'), env: { VIGIE_WORKERS: '2', ...env } };
  try {
    const server = await DeskServer.start(place, await makeToken(place, 'admin'));
    try {
      return await work(server);
    } finally {
      await server.running.stop('SIGTERM');
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
