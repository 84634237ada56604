import { z } from 'zod';
import { instant, localText } from './common.ts';
import { every, queryResult } from './query.ts';
import { report } from './registry.ts';

/** A report shared by a link: read-only, as it was when it was shared, with a life of its own. */
export const link = z
  .object({
    id: z.string(),
    report: z.string(),
    title: z.string(),
    hasPassword: z.boolean(),
    createdBy: z.string().nullable(),
    createdAt: instant,
    expiresAt: instant,
    lastOpenedAt: instant.nullable(),
  })
  .meta({ id: 'Link' });

export const newLink = z.object({
  report: z.string(),
  query: z.record(z.string(), z.string()).default({}).describe('Parameters of GET /reports/{id}/data'),
  title: z.string().trim().min(1).max(200),
  expiresInDays: z.int().min(1).max(365).default(30),
  password: z.string().min(8).max(128).nullable().default(null),
});

/** The address is shown this once. */
export const madeLink = z.object({ url: z.string(), details: link });

export const sharedReport = z.object({
  title: z.string(),
  workspace: z.string().describe('Name of the workspace'),
  report,
  every: every.nullable().describe('How its rows are put into periods'),
  attributions: z.array(localText).describe('What must be said wherever its figures are shown'),
  expiresAt: instant,
  result: queryResult,
});
