import type { BoardContext } from '#presentation/board/plan-tile.ts';
import { localDate } from '#presentation/question/period.ts';
import { sourceVerdict, substitutes } from '#presentation/report/plan-matrix.ts';
import { getWorkspace } from '#records/workspaces.ts';
import type { App } from '../app.ts';
import { listDimensionValues } from '../reports/list-dimension-values.ts';
import { listDimensions } from '../reports/list-dimensions.ts';

/** What the data has, as `view` sees it at an instant: the dates of its tickets, and what tells their rows apart. */
export async function findBoardContext(view: App, atMs: number): Promise<BoardContext & { readonly timeZone: string }> {
  const [{ timeZone }, [dates], dimensions, telling] = await Promise.all([
    getWorkspace(view.records, view.workspace),
    view.analytics.query<{ first: number | null; last: number | null }>(
      `SELECT toUnixTimestamp64Milli(min(createdAt)) AS first,
         toUnixTimestamp64Milli(greatest(max(createdAt), max(updatedAt))) AS last
       FROM tickets FINAL WHERE workspace = {workspace:String} AND outcome = 'live' HAVING count() > 0`,
      { workspace: view.workspace },
    ),
    listDimensions(view),
    Promise.all(substitutes.map((id) => isTelling(view, id))),
  ]);
  const dateOf = (at: number | null | undefined) => (at == null ? null : localDate(at, timeZone));
  return {
    timeZone,
    today: localDate(atMs, timeZone),
    first: dateOf(dates?.first),
    last: dateOf(dates?.last),
    judged: dimensions.some(({ id }) => id === sourceVerdict),
    telling: substitutes.filter((_, index) => telling[index]),
  };
}

/** Whether a dimension has two named values or more. */
async function isTelling(view: App, id: string): Promise<boolean> {
  const { items } = await listDimensionValues(view, id, { limit: 3 });
  return items.filter(({ value }) => value !== null).length >= 2;
}
