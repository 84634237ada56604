import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openAnalytics } from '#analytics/client.ts';
import { firstWorkspace } from '#app/open-installation.ts';
import { fingerprint } from '#test/support/fingerprint.ts';
import { type Shared, SharedServers } from './shared-servers.ts';
import type { NodeError, TestNode } from './test-node.ts';

const KILLS = 3;
const names = ['one', 'two'] as const;
let servers: SharedServers;

beforeAll(async () => {
  servers = await SharedServers.start(30);
});
afterAll(() => servers.stop());

const anyName = () => names[Math.random() < 0.5 ? 0 : 1];
const idOf = (event: object) => (event as { id: string }).id;

/** Sends events to the nodes for as long as `isOver` says; what a node acknowledged is noted, the rest is sent again. */
async function sendEvents(nodes: Nodes, acknowledged: Set<string>, isOver: () => boolean): Promise<void> {
  for (let rest = servers.shuffled(); !isOver(); ) {
    const events = rest.pop();
    if (events === undefined) {
      rest = servers.shuffled();
      continue;
    }
    const sent = nodes[anyName()].ask({ ask: 'ingest', events });
    const told = await sent.catch((error: NodeError) => error.message);
    if (typeof told === 'string') {
      expect(['dead', 'data.busy', 'data.unavailable']).toContain(told);
      await sleep(50);
    } else {
      for (const event of events) acknowledged.add(idOf(event));
    }
  }
}

type Nodes = Record<(typeof names)[number], TestNode>;

async function killInTurn(nodes: Nodes, shared: Shared): Promise<void> {
  for (let kill = 0; kill < KILLS; kill++) {
    const [victim, survivor] = kill % 2 === 0 ? names : (['two', 'one'] as const);
    const importing = nodes[victim].ask({ ask: 'import', file: servers.file, importId: `import-${kill}` });
    importing.catch(() => undefined);
    await sleep(Math.random() * 1_200);
    await nodes[victim].kill();
    // The other still takes events, and folds.
    await nodes[survivor].ask({ ask: 'ingest', events: (servers.shuffled()[0] as object[]).slice(0, 5) });
    await nodes[survivor].ask({ ask: 'fold' });
    nodes[victim] = await servers.startNode(shared, victim);
  }
}

async function idsHeld({ place }: Shared): Promise<Set<string>> {
  const analytics = await openAnalytics(place);
  const sql = 'SELECT id FROM events WHERE workspace = {workspace:String}';
  const held = await analytics.query<{ id: string }>(sql, { workspace: firstWorkspace });
  await analytics.close();
  return new Set(held.map(idOf));
}

test('a node that is killed at random instants loses nothing that it acknowledged, and the other goes on', async () => {
  const shared = await servers.share();
  const [undisturbed, one, two] = await Promise.all([
    servers.undisturbed(),
    servers.startNode(shared, 'one'),
    servers.startNode(shared, 'two'),
  ]);
  const nodes: Nodes = { one, two };
  const acknowledged = new Set<string>();
  let over = false;
  const sending = Array.from({ length: 3 }, () => sendEvents(nodes, acknowledged, () => over));
  await killInTurn(nodes, shared).finally(() => {
    over = true;
  });
  await Promise.all(sending);

  const held = await idsHeld(shared);
  expect(acknowledged.size).toBeGreaterThan(0);
  expect([...acknowledged].filter((id) => !held.has(id))).toEqual([]);
  const imports = await nodes.one.ask<[string, string][]>({ ask: 'imports' });
  expect(imports.map(([, state]) => state)).not.toContain('reading');
  const last = nodes.one.ask<{ accepted: number }>({ ask: 'import', file: servers.file, importId: 'last' });
  expect((await last).accepted).toBe(servers.events.length - held.size);
  expect(await fingerprint(shared.place)).toEqual(undisturbed);
}, 120_000);
