import type { StatusView } from '#contract/schemas/status.ts';
import type { LocalText } from '#domain/error.ts';
import { listSources } from '#records/sources.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from './app.ts';
import { runningImports } from './imports/import-progress.ts';
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
  const [workspace, population, sources] = await Promise.all([
    getWorkspace(app.records, app.workspace),
    countTickets(app),
    listSources(app.records, app.workspace),
  ]);
  const loaded = new Set(sources.map(({ id }) => id));
  return {
    version,
    workspace: { id: workspace.id, name: workspace.name },
    hasData: app.journal.lastSeq > 0,
    tickets: population.tickets,
    timeZone: workspace.timeZone,
    freshness: isoOf(population.newest),
    firstCreatedAt: isoOf(population.first),
    lastCreatedAt: isoOf(population.last),
    runningImport: runningImports(app).at(-1)?.importId ?? null,
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

/** What the catalogue of samples does not need to know: what a person reads before choosing one. */
const introductions: Readonly<Record<Sample['id'], { tickets: number; description: LocalText }>> = {
  incidents: {
    tickets: 24_918,
    description: {
      en: 'The incident log of a real company: 24,918 incidents over a year, with who handled each and the verdict of the source itself.',
      fr: 'Le journal d’incidents d’une vraie entreprise : 24 918 incidents sur un an, qui les a traités, et le verdict de la source elle-même.',
    },
  },
  marketplace: {
    tickets: 20_000,
    description: {
      en: 'A year of a seller on Amazon, eBay, Cdiscount and a shop of its own, by e-mail, chat and phone: everything Vigie measures.',
      fr: 'L’année d’un vendeur sur Amazon, eBay, Cdiscount et sa propre boutique, par e-mail, chat et téléphone : tout ce que Vigie mesure.',
    },
  },
};

function describeSample(sample: Sample, loaded: boolean): StatusView['samples'][number] {
  const { id, title, generated, attribution } = sample;
  return { id, title, generated, attribution, loaded, ...introductions[id] };
}
