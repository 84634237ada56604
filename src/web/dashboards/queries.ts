import { experimental_streamedQuery, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import type { Board } from '#domain/report/dashboard.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import { call } from '../api/client.ts';
import { answerBoard } from './answer-board.ts';

export type Dashboard = AnswerOf<'get-dashboard'>;
export type DashboardSummary = AnswerOf<'list-dashboards'>['items'][number];
type BoardData = AnswerOf<'run-dashboard'>;

/** Figures of a dashboard, together with what was asked: while the question changes, the answer before stays on screen. */
export interface AnsweredBoard extends Board {
  readonly data: BoardData;
}

export const dashboardsQuery = queryOptions({
  queryKey: ['dashboards'],
  queryFn: async ({ signal }) => (await call('list-dashboards', {}, { signal })).items,
});

export const templatesQuery = queryOptions({
  queryKey: ['dashboard-templates'],
  queryFn: async ({ signal }) => (await call('list-dashboard-templates', {}, { signal })).items,
  staleTime: Number.POSITIVE_INFINITY,
});

export function dashboardQuery(id: string) {
  return queryOptions({
    queryKey: ['dashboard', id],
    queryFn: ({ signal }) => call('get-dashboard', { params: { id } }, { signal }),
  });
}

const nothingYet: BoardData = {
  context: { timeZone: 'UTC', today: '1970-01-01', first: null, last: null, judged: false, telling: [] },
  ...{ answeredAt: '1970-01-01T00:00:00.000Z', tiles: [] },
};

/** What tiles ask, without where they stand: a tile that is moved is not asked again. */
const askedOf = (tiles: Board['tiles']) =>
  tiles.flatMap((tile) => (tile.kind === 'report' ? [[tile.id, tile.report, tile.query, tile.picture]] : []));

/** Tiles stand as soon as they are answered; what is asked again takes the place of the answers before all at once. */
export function boardDataQuery(id: string, query: Address, tiles: Board['tiles']) {
  return queryOptions({
    queryKey: ['dashboard-data', id, query, askedOf(tiles)],
    queryFn: experimental_streamedQuery({
      streamFn: ({ signal }) =>
        answerBoard({ tiles }, (asked) =>
          call('run-dashboard', { params: { id }, body: { query, tiles: asked } }, { signal }),
        ),
      reducer: (_: AnsweredBoard, data: BoardData): AnsweredBoard => ({ query, tiles, data }),
      initialValue: { query, tiles, data: nothingYet },
      refetchMode: 'replace',
    }),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });
}
