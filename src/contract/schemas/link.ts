import { z } from 'zod';
import { wallLayouts } from '../wall-layouts.ts';
import { instant, localText } from './common.ts';
import { board, boardData } from './dashboard.ts';
import { filter } from './filter.ts';
import { every, queryResult } from './query.ts';
import { report } from './registry.ts';
import { address } from './saved-report.ts';
import { wall } from './watch/wall.ts';

/** A report, a dashboard or the wallboard shared by a link: read-only, as it was when it was shared, with a life of its own. */
export const link = z
  .object({
    id: z.string(),
    report: z
      .string()
      .nullable()
      .describe('`compose`: a report put together from figures; `wall`: the wallboard; null: a dashboard is shared'),
    dashboard: z.string().nullable(),
    title: z.string(),
    hasPassword: z.boolean(),
    createdBy: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant,
    lastOpenedAt: instant.nullable(),
  })
  .meta({ id: 'Link' });

const life = {
  title: z.string().trim().min(1).max(200),
  expiresInDays: z.int().min(1).max(365).default(30),
  password: z.string().min(8).max(128).nullable().default(null),
};

const newReportLink = z.strictObject({
  report: z.string(),
  query: z.record(z.string(), z.string()).default({}).describe('Parameters of GET /reports/{id}/data'),
  ...life,
});

const newComposedLink = z.strictObject({
  picture: report.shape.picture.describe('How a report put together from figures is drawn'),
  query: z.record(z.string(), z.string()).describe('Parameters of GET /reports/{id}/data; `kpis` are its figures'),
  ...life,
});

const newDashboardLink = z.strictObject({
  dashboard: z.string(),
  query: address.default({}).describe('Period and filters that go before those of the dashboard'),
  ...life,
});

const newWallLink = z.strictObject({
  wall: z.enum(wallLayouts).describe('The layout of the wallboard'),
  filter: filter.optional().describe('What it shows of the workspace: a team, a channel'),
  ...life,
});

export const newLink = z.union([newReportLink, newComposedLink, newDashboardLink, newWallLink]);

/** The address is shown this once. */
export const madeLink = z.object({ url: z.string(), details: link });

const shared = {
  title: z.string(),
  workspace: z.string().describe('Name of the workspace'),
  attributions: z.array(localText).describe('What must be said wherever its figures are shown'),
  expiresAt: instant,
};

const sharedReport = z.object({
  kind: z.literal('report'),
  ...shared,
  report,
  every: every.nullable().describe('How its rows are put into periods'),
  result: queryResult,
});

const sharedDashboard = z.object({ kind: z.literal('dashboard'), ...shared, board, data: boardData });

const sharedWall = z.object({ kind: z.literal('wall'), ...shared, layout: z.enum(wallLayouts), wall });

export const sharedView = z.discriminatedUnion('kind', [sharedReport, sharedDashboard, sharedWall]);
