import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { fileOptions, reportFileTypes } from '../schemas/file.ts';
import { queryResult, reportOverrides, reportQuery } from '../schemas/query.ts';
import { dimension, dimensionValue, kpi, report } from '../schemas/registry.ts';

export const reportRoutes = {
  'list-kpis': defineRoute('list-kpis', {
    tag: 'reports',
    summary: 'The KPI registry',
    may: 'read-reports',
    answer: { status: 200, json: z.object({ items: z.array(kpi) }) },
  }),
  'set-default-variant': defineRoute('set-default-variant', {
    tag: 'reports',
    summary: 'Choose the variant that the workspace means by a KPI without one; null for the usual one',
    may: 'manage-definitions',
    params: z.object({ id: z.string() }),
    body: { json: z.strictObject({ variant: z.string().nullable() }) },
    answer: { status: 200, json: kpi },
  }),
  'list-dimensions': defineRoute('list-dimensions', {
    tag: 'reports',
    summary: 'Dimensions to group and filter by, custom fields included',
    may: 'read-reports',
    answer: { status: 200, json: z.object({ items: z.array(dimension) }) },
  }),
  'list-values': defineRoute('list-values', {
    tag: 'reports',
    summary: 'Values of a dimension, the most frequent first',
    may: 'read-reports',
    params: z.object({ id: z.string() }),
    query: z.object({
      search: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(50),
    }),
    answer: { status: 200, json: z.object({ items: z.array(dimensionValue), total: z.int() }) },
  }),
  'list-reports': defineRoute('list-reports', {
    tag: 'reports',
    summary: 'The report catalogue',
    may: 'read-reports',
    answer: { status: 200, json: z.object({ items: z.array(report) }) },
  }),
  'get-report-data': defineRoute('get-report-data', {
    tag: 'reports',
    summary: 'The figures of a catalogue report; parameters override its own',
    may: 'read-reports',
    params: z.object({ id: z.string() }),
    query: reportOverrides,
    answer: { status: 200, json: queryResult },
  }),
  query: defineRoute('query', {
    tag: 'reports',
    summary: 'Ask the KPI language',
    may: 'read-reports',
    query: z.object({
      exploring: z
        .string()
        .optional()
        .describe(
          'A dimension whose values are being tried one after the other: the question is read once for all of them, and for a minute figures are those of the first question',
        ),
    }),
    body: { json: reportQuery },
    answer: { status: 200, json: queryResult },
  }),
  'export-report': defineRoute('export-report', {
    tag: 'reports',
    summary: 'A catalogue report as a file: the table of the screen, in its order',
    may: 'read-reports',
    params: z.object({ id: z.string() }),
    query: reportOverrides.extend(fileOptions),
    answer: { status: 200, raw: reportFileTypes },
  }),
  'export-query': defineRoute('export-query', {
    tag: 'reports',
    summary: 'The answer to a question as a file',
    may: 'read-reports',
    query: z.object({
      ...fileOptions,
      title: z.string().max(200).default('Vigie').describe('What the file calls it'),
      picture: report.shape.picture.default('trend'),
    }),
    body: { json: reportQuery },
    answer: { status: 200, raw: reportFileTypes },
  }),
};
