import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { App } from '#app/app.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Installation } from '#app/installation.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import { saveRules } from '#records/rules.ts';
import { buildServer } from '#server/build-server.ts';
import { deskEvents, deskPolicy } from './desk.ts';
import { createTestStores } from './test-stores.ts';

/** What nobody expected is written out, so that a failing test says why. */
const log = pino({ level: 'error' });

export interface TestServer {
  readonly installation: Installation;
  /** The first workspace. */
  readonly app: App;
  readonly server: FastifyInstance;
  close(): Promise<void>;
}

/** A server over a real app in a folder of its own, every answer held against the contract. */
export async function openTestServer(options: { webRoot?: string } = {}): Promise<TestServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'vigie-server-'));
  const stores = await createTestStores(dataFolder);
  const installation = await openInstallation({ ...stores.places, workers: 1 });
  const app = await installation.workspace(firstWorkspace);
  const server = buildServer(installation, { webRoot: options.webRoot ?? null, log, checkAnswers: true });
  return {
    installation,
    app,
    server,
    async close() {
      await server.close();
      await installation.close();
      await stores.drop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** The tickets of `deskEvents`, with a policy that gives each of them clocks. */
export async function fillDesk(app: App): Promise<void> {
  await saveRules(app.records, app.workspace, { calendars: [], policies: [deskPolicy] });
  const answers = await ingestEvents(app, deskEvents(app.now()));
  const rejected = answers.filter(({ status }) => status !== 'accepted');
  if (rejected.length > 0) throw new Error(`Events of the desk were refused: ${JSON.stringify(rejected)}`);
  await app.folds.settled();
}
