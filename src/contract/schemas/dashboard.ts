import { z } from 'zod';
import { localText } from './common.ts';
import { queryResult } from './query.ts';
import { picture } from './registry.ts';
import { address, description, kept, title, visibility } from './saved-report.ts';

const place = { id: z.string().min(1).max(100), x: z.int(), y: z.int(), w: z.int(), h: z.int() };

const reportTile = z.strictObject({
  ...place,
  kind: z.literal('report'),
  report: z.string().nullable().describe('Of the catalogue; null: composed, the query says all'),
  query: address,
  picture: picture.nullable().describe('Null: that of the report'),
  title: title.nullable().describe('Null: that of the report, in the language of who reads'),
});

const textTile = z.strictObject({ ...place, kind: z.literal('text'), text: z.string().describe('Markdown') });

export const tile = z.discriminatedUnion('kind', [reportTile, textTile]).meta({ id: 'Tile' });

export const boardQuery = address.describe('Period and filters that go before those of the tiles');

export const board = z.object({ query: boardQuery, tiles: z.array(tile) });

export const dashboardSummary = z.object({ ...kept, tiles: z.int() }).meta({ id: 'DashboardSummary' });

export const dashboard = z
  .object({ ...kept, ...board.shape, version: z.int().describe('Also its ETag') })
  .meta({ id: 'Dashboard' });

export const newDashboard = z.object({
  title: title.optional().describe('Without one, that of the template'),
  description: description.default(''),
  template: z.string().optional().describe('Begin with a template; its tiles and period are taken'),
  query: boardQuery.default({}),
  tiles: z.array(tile).default([]),
  visibility: visibility.default('own'),
});

export const dashboardReplacement = z.object({
  title,
  description,
  query: boardQuery,
  tiles: z.array(tile),
  visibility,
});

export const dashboardTemplate = z
  .object({ id: z.string(), title: localText, about: localText, tiles: z.int() })
  .meta({ id: 'DashboardTemplate' });

export const dashboardQuestion = z.object({
  query: boardQuery.optional().describe('In the place of the period and filters of the dashboard'),
  tiles: z.array(tile).optional().describe('In the place of its tiles: to look at changes before they are kept'),
});

const tileProblem = z.object({ code: z.string(), detail: z.string(), todo: z.string() });

/** The figures of all tiles with a report: of each its answers, or why there are none. */
export const boardData = z
  .object({
    context: z
      .object({
        timeZone: z.string(),
        today: z.string(),
        first: z.string().nullable(),
        last: z.string().nullable(),
        judged: z.boolean(),
        telling: z.array(z.string()),
      })
      .describe('What the data has, as far as it decides what was asked'),
    answeredAt: z.string().describe('ISO 8601 instant'),
    tiles: z.array(z.object({ id: z.string(), answers: z.array(queryResult), problem: tileProblem.nullable() })),
  })
  .meta({ id: 'DashboardData' });
