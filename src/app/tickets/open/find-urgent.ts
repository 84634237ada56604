import type { WallView } from '#contract/schemas/watch/wall.ts';
import type { Filter } from '#domain/report/filter.ts';
import type { App } from '../../app.ts';
import { compileWorkspaceRules } from '../../rules/compile-workspace-rules.ts';
import type { OpenClock } from '../find-clocks.ts';
import { type Standing, standingOf } from '../standing-of.ts';
import { type Direction, OpenScan } from './open-scan.ts';

type Band = WallView['queue']['bands'][number]['id'];
type Shown = Omit<WallView['queue']['items'][number], 'status' | 'remainingSeconds' | 'dueAt'>;

export type UrgentClock = OpenClock & Shown & Standing;

export interface Urgent {
  readonly bands: ReadonlyMap<Band, number>;
  readonly first: readonly UrgentClock[];
}

interface Group {
  readonly pace: number;
  readonly bands: readonly (readonly [Band, number])[];
  readonly least: readonly number[];
  readonly most: readonly number[];
}

/**
 * Open clocks by time left: how many of each band, and the first of those that run. What can still be kept comes first, that
 * with the least time left; then what broke, the latest first.
 */
export async function findUrgent(
  app: App,
  { filter, now, limit }: { readonly filter: Filter | undefined; readonly now: number; readonly limit: number },
): Promise<Urgent> {
  const { compiled } = await compileWorkspaceRules(app);
  const scan = new OpenScan(compiled, now, { filter });
  const kept = `clockStatus != 'paused' AND ${scan.atLeast(0)}`;
  const over = `clockStatus != 'paused' AND NOT (${scan.atLeast(0)})`;
  const groups = await app.analytics.query<Group>(
    `SELECT pace, sumMap([band], [1]) AS counts, arrayZip(counts.1, counts.2) AS bands,
       ${scan.places('least', limit, kept)} AS least, ${scan.places('most', limit, over)} AS most
     FROM (SELECT *, ${bandSql(scan)} AS band FROM ${scan.clocks()}) GROUP BY pace`,
    scan.binder.params(app.workspace),
  );
  const standing = standingOf(compiled, now);
  const take = async (direction: Direction, condition: string, most: number): Promise<UrgentClock[]> => {
    if (most === 0 || groups.every((group) => group[direction].length === 0)) return [];
    const places = groups.map((group) => ({ pace: group.pace, places: group[direction] }));
    const upTo = scan.upTo(direction, scan.cut(places, direction, most));
    const rows = await app.analytics.query<OpenClock & Shown>(
      `SELECT ticket, n, policy, policyVersion, target, cycle, superseded, clockStatus, due AS dueAt, remaining, metric, agent, team
       FROM ${upTo.clocks} WHERE ${condition} AND ${upTo.condition}
       ORDER BY ${upTo.order} LIMIT ${scan.binder.bind(most, 'UInt32')}`,
      scan.binder.params(app.workspace),
    );
    const sign = direction === 'least' ? 1 : -1;
    const placed = rows.map((row) => ({ ...row, ...standing(row) }));
    return placed.sort((a, b) => sign * (a.remaining - b.remaining));
  };
  const first = await take('least', kept, limit);
  const bands = new Map<Band, number>();
  for (const [band, count] of groups.flatMap((group) => group.bands)) bands.set(band, (bands.get(band) ?? 0) + count);
  return { bands, first: [...first, ...(await take('most', over, limit - first.length))] };
}

function bandSql(scan: OpenScan): string {
  return `multiIf(clockStatus = 'paused', 'paused', NOT (${scan.atLeast(0)}), 'over', NOT (${scan.atLeast(900)}), 'quarter',
    NOT (${scan.atLeast(3_600)}), 'hour', NOT (${scan.atLeast(14_400)}), 'four-hours', 'later')`;
}
