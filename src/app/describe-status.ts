import type { StatusView } from '#contract/schemas/status.ts';
import { listUnfinishedImports } from '#records/imports.ts';
import { listSources } from '#records/sources.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from './app.ts';
import { type Sample, samples } from './samples.ts';
import { version } from './version.ts';

interface Population {
  readonly tickets: number;
  readonly first: number | null;
  readonly last: number | null;
  readonly newest: number | null;
}

/** What the workspace holds, how fresh it is, what runs, and the samples it offers. */
export async function describeStatus(app: App): Promise<StatusView> {
  const [workspace, population, sources, unfinished] = await Promise.all([
    getWorkspace(app.records, app.workspace),
    countTickets(app),
    listSources(app.records, app.workspace),
    listUnfinishedImports(app.records, app.workspace),
  ]);
  const loaded = new Set(sources.map(({ id }) => id));
  return {
    version,
    workspace: { id: workspace.id, name: workspace.name },
    hasData: (await app.journal.lastSeq()) > 0,
    tickets: population.tickets,
    timeZone: workspace.timeZone,
    freshness: isoOf(population.newest),
    firstCreatedAt: isoOf(population.first),
    lastCreatedAt: isoOf(population.last),
    runningImport: unfinished.at(-1) ?? null,
    samples: Object.values(samples).map((sample) => describeSample(sample, loaded.has(sample.source))),
  };
}

async function countTickets(app: App): Promise<Population> {
  const [found] = await app.analytics.query<Population>(
    `SELECT count() AS tickets,
       toUnixTimestamp64Milli(min(createdAt)) AS first,
       toUnixTimestamp64Milli(max(createdAt)) AS last,
       toUnixTimestamp64Milli(max(updatedAt)) AS newest
     FROM tickets FINAL WHERE workspace = {workspace:String} AND outcome = 'live'`,
    { workspace: app.workspace },
  );
  return found ?? { tickets: 0, first: null, last: null, newest: null };
}

function isoOf(atMs: number | null): string | null {
  return atMs === null ? null : new Date(atMs).toISOString();
}

function describeSample(sample: Sample, loaded: boolean): StatusView['samples'][number] {
  const { id, title, description, tickets, generated, attribution } = sample;
  return { id, title, description, tickets, generated, attribution, loaded };
}
