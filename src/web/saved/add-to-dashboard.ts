import { ApiError } from '#contract/client.ts';
import type { ReportView } from '#domain/report/dashboard.ts';
import { call } from '../api/client.ts';
import { reportTileOf } from '../dashboards/report-tile-of.ts';

type View = Omit<ReportView, 'kind'>;

/** Puts a report on a dashboard that is there, below what stands on it. Somebody else may be changing it: it is tried again. */
export async function addToDashboard(id: string, view: View, attempts = 3): Promise<string> {
  const board = await call('get-dashboard', { params: { id } });
  const { title, description, query, visibility, version } = board;
  const tiles = [...board.tiles, reportTileOf(view, board.tiles)];
  const body = { title, description, query, visibility, tiles };
  try {
    await call('replace-dashboard', { params: { id }, body }, { ifMatch: version });
    return id;
  } catch (error) {
    const changed = error instanceof ApiError && error.problem.code === 'dashboard.changed';
    if (!changed || attempts <= 1) throw error;
    return addToDashboard(id, view, attempts - 1);
  }
}

/** A dashboard of one's own, with a report on it. */
export async function makeDashboardOf(title: string, view: View): Promise<string> {
  const { period = 'last-30-days' } = view.query;
  const body = { title, query: { period }, tiles: [reportTileOf(view, [])] };
  return (await call('create-dashboard', { body })).id;
}
