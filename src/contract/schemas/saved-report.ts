import { z } from 'zod';
import { instant } from './common.ts';
import { picture } from './registry.ts';

/** Parameters of a report as the address of its page has them. */
export const address = z
  .record(z.string().min(1), z.string())
  .describe(
    'Parameters as the address of the report’s page has them: `{"period": "last-30-days", "f.team": "returns"}`',
  );

export const visibility = z.enum(['own', 'workspace', 'editable']);
export const title = z.string().trim().min(1).max(200);
export const description = z.string().trim().max(2_000);

/** What everything saved says of itself. */
export const kept = {
  id: z.string(),
  title: z.string(),
  description: z.string(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable().describe('Null: it belongs to the workspace'),
  visibility,
  favourite: z.boolean().describe('Whether whoever asks keeps it at hand'),
  mayChange: z.boolean().describe('Whether whoever asks may change it'),
  mayManage: z.boolean().describe('Whether whoever asks may remove it, and say who sees it'),
  createdAt: instant,
  updatedAt: instant,
};

const savedVisibility = visibility.exclude(['editable']);
const reportId = z.string().nullable().describe('Of the catalogue; null: composed, the query says all');

export const savedReport = z
  .object({ ...kept, visibility: savedVisibility, report: reportId, query: address, picture: picture.nullable() })
  .meta({ id: 'SavedReport' });

export const newSavedReport = z.object({
  title,
  description: description.default(''),
  report: reportId,
  query: address.default({}),
  picture: picture.nullable().default(null),
  visibility: savedVisibility.default('own'),
});

export const savedReportChange = z.object({
  title: title.optional(),
  description: description.optional(),
  query: address.optional(),
  picture: picture.nullable().optional(),
  visibility: savedVisibility.optional(),
});

export const copyTitle = z.object({ title: title.optional().describe('Without one, it says that it is a copy') });
