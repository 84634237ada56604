import { type FairKpi, fairDirectionOf, fairRefOf } from '#domain/agents/agent-figures.ts';
import { compareFairly, type FairComparison, type Stratum } from '#domain/agents/fair-comparison.ts';
import { placesOf } from '#domain/agents/rank.ts';
import type { FairStanding } from '#domain/agents/recognition.ts';
import type { Cell, QueryResult } from '#domain/report/query.ts';
import type { App } from '../app.ts';
import { answerQuery } from '../reports/answer-query.ts';
import type { FiguresRequest } from './read-figures.ts';

export type Standing = FairStanding & { readonly strata: readonly Stratum[] };
/** By agent. */
export type Standings = ReadonlyMap<string, Standing>;

/**
 * Where every agent of a group stands in some figures on the same mix of channel and type: one question for all of them.
 * `usual` gives the median of the group, in seconds, against which durations are counted.
 */
export async function standFairly(
  app: App,
  request: FiguresRequest,
  kpis: readonly FairKpi[],
  usual: (kpi: FairKpi) => number | null,
): Promise<ReadonlyMap<FairKpi, Standings>> {
  const asked = kpis.flatMap((kpi) => {
    const ref = fairRefOf(kpi, usual(kpi));
    return ref === null ? [] : [{ kpi, ref }];
  });
  if (asked.length === 0) return new Map();
  const answer = await answerQuery(app, {
    ...request,
    kpis: asked.flatMap(({ kpi, ref }) => [ref, `${kpi}:n`]),
    by: ['agent', 'channel', 'type'],
  });
  return new Map(
    asked.map(({ kpi, ref }) => {
      const within = ref === kpi ? null : Math.floor(usual(kpi) ?? 0);
      return [kpi, standingsOf(readCounts(answer, ref, `${kpi}:n`), fairDirectionOf(kpi), within)];
    }),
  );
}

interface Counted {
  readonly agent: string | null;
  readonly channel: string | null;
  readonly type: string | null;
  readonly n: number;
  readonly hits: number;
}

function readCounts({ columns, rows }: QueryResult, shareRef: string, nRef: string): Counted[] {
  const at = (id: string) => columns.findIndex((column) => column.id === id);
  const [share, count] = [at(shareRef), at(nRef)];
  const text = (cell: Cell | undefined) => (typeof cell === 'string' ? cell : null);
  return rows.flatMap((row) => {
    const n = Number(row[count] ?? 0);
    if (n === 0) return [];
    const hits = Math.round(Number(row[share] ?? 0) * n);
    return [{ agent: text(row[0]), channel: text(row[1]), type: text(row[2]), n, hits }];
  });
}

function standingsOf(
  counted: readonly Counted[],
  better: 'higher' | 'lower',
  within: number | null,
): Map<string, Standing> {
  const all = new Map<string, { n: number; hits: number }>();
  for (const { n, hits, ...row } of counted) {
    const sum = all.get(keyOf(row)) ?? { n: 0, hits: 0 };
    all.set(keyOf(row), { n: sum.n + n, hits: sum.hits + hits });
  }
  const strata = new Map<string, Stratum[]>();
  for (const { agent, ...row } of counted) {
    if (agent === null) continue;
    const { n, hits } = all.get(keyOf(row)) ?? { n: 0, hits: 0 };
    strata.set(agent, [...(strata.get(agent) ?? []), { ...row, othersN: n - row.n, othersHits: hits - row.hits }]);
  }
  const compared = [...strata].map(([agent, own]) => ({ agent, own, fair: compareFairly(own, better) }));
  return withPlaces(compared, better, within);
}

const keyOf = ({ channel, type }: { readonly channel: string | null; readonly type: string | null }) =>
  JSON.stringify([channel, type]);

interface Compared {
  readonly agent: string;
  readonly own: readonly Stratum[];
  readonly fair: FairComparison;
}

/** Only those who can be compared have a place, and are counted. */
function withPlaces(compared: readonly Compared[], better: 'higher' | 'lower', within: number | null) {
  const ranked = compared.flatMap(({ agent, fair }) =>
    fair.refused === null && fair.difference !== null ? [{ agent, difference: fair.difference }] : [],
  );
  const places = placesOf(
    ranked.map(({ difference }) => difference),
    better,
  );
  const placeOf = new Map(ranked.map(({ agent }, index) => [agent, places[index] ?? null]));
  return new Map(
    compared.map(({ agent, own, fair }) => [
      agent,
      { ...fair, within, place: placeOf.get(agent) ?? null, strata: own },
    ]),
  );
}
