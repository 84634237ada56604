import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ServerPlace } from '#analytics/client.ts';
import { importFile } from '#app/imports/import-file.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import { startClickHouseServer } from '#test/support/clickhouse-server/start-clickhouse-server.ts';
import { fingerprint, marketplaceEvents } from '#test/support/fingerprint.ts';
import { createDatabaseOn } from '#test/support/test-analytics.ts';
import { createTestDatabase } from '#test/support/test-database.ts';
import type { TestStores } from '#test/support/test-stores.ts';
import { TestNode } from './test-node.ts';

const BATCH = 100;

/** Stores that several nodes share, each of which has a folder of its own. */
export interface Shared {
  readonly place: ServerPlace;
  places(node: string): TestStores['places'] & { readonly secret: string };
}

/** Servers for nodes, and what a single process makes of a file of events that nothing disturbs. */
export class SharedServers {
  readonly events: readonly object[];
  readonly file: string;
  readonly #folder: string;
  readonly #server: Awaited<ReturnType<typeof startClickHouseServer>>;
  readonly #closing: (() => Promise<void>)[] = [];
  readonly #nodes: TestNode[] = [];

  private constructor(events: readonly object[], server: Awaited<ReturnType<typeof startClickHouseServer>>) {
    this.events = events;
    this.#server = server;
    this.#folder = mkdtempSync(join(tmpdir(), 'vigie-nodes-'));
    this.file = join(this.#folder, 'events.ndjson');
    writeFileSync(this.file, events.map((event) => JSON.stringify(event)).join('\n'));
  }

  static async start(tickets: number): Promise<SharedServers> {
    return new SharedServers(marketplaceEvents({ tickets, seed: 11 }), await startClickHouseServer());
  }

  /** The stores are empty. */
  async share(): Promise<Shared> {
    const database = await createTestDatabase();
    const analytics = createDatabaseOn(this.#server.url, null);
    this.#closing.push(database.drop, analytics.drop);
    const own = mkdtempSync(join(this.#folder, 'shared-'));
    const rest = { databaseUrl: database.url, ...analytics.settings, secret: 'a secret that all nodes are given' };
    return { place: analytics.place, places: (node) => ({ dataFolder: join(own, node), ...rest }) };
  }

  async startNode(shared: Shared, name: string): Promise<TestNode> {
    const node = await TestNode.start(shared.places(name));
    this.#nodes.push(node);
    return node;
  }

  /** What the file comes to. */
  async undisturbed(): Promise<Record<string, unknown>> {
    const { place, places } = await this.share();
    const installation = await openInstallation({ ...places('calm'), workers: 1 });
    const read = { kind: 'file', path: this.file, name: 'events.ndjson', source: 'test', mapping: null } as const;
    await importFile(await installation.workspace(firstWorkspace), { read, name: read.name, source: read.source });
    await installation.close();
    return fingerprint(place);
  }

  /** All events, in batches and in another order each time. */
  shuffled(): object[][] {
    const order = this.events.map((event) => ({ event, at: Math.random() })).sort((a, b) => a.at - b.at);
    return Array.from({ length: Math.ceil(order.length / BATCH) }, (_, index) =>
      order.slice(index * BATCH, (index + 1) * BATCH).map(({ event }) => event),
    );
  }

  async stop(): Promise<void> {
    for (const node of this.#nodes) await node.kill();
    for (const close of this.#closing) await close();
    await this.#server.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
