import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { page, pageQuery } from '../schemas/common.ts';
import { eventsAnswer } from '../schemas/data-in/event.ts';
import { importQuery, importView, preview, rejectedLine } from '../schemas/data-in/import.ts';

const id = z.object({ id: z.string() });

export const dataInRoutes = {
  'post-events': defineRoute('post-events', {
    tag: 'data in',
    summary: 'Send CloudEvents, one, a batch or NDJSON; each gets its answer',
    may: 'send-events',
    body: {
      raw: [
        'application/cloudevents+json',
        'application/cloudevents-batch+json',
        'application/json',
        'application/x-ndjson',
      ],
    },
    answer: { status: 200, json: eventsAnswer },
  }),
  'start-import': defineRoute('start-import', {
    tag: 'data in',
    summary: 'Import a file (CSV or NDJSON, also gzipped or zipped): its bytes are the body',
    may: 'import-data',
    query: importQuery,
    body: {
      raw: ['application/octet-stream', 'text/csv', 'application/x-ndjson', 'application/gzip', 'application/zip'],
    },
    answer: { status: 202, json: importView },
  }),
  'list-imports': defineRoute('list-imports', {
    tag: 'data in',
    summary: 'Imports, newest first',
    may: 'import-data',
    answer: { status: 200, json: z.object({ items: z.array(importView) }) },
  }),
  'preview-import': defineRoute('preview-import', {
    tag: 'data in',
    summary: 'Read the first bytes of a file: its columns, some rows, and the guessed mapping',
    may: 'import-data',
    query: z.object({ name: z.string().min(1) }),
    body: { raw: ['application/octet-stream'] },
    answer: { status: 200, json: preview },
  }),
  'get-import': defineRoute('get-import', {
    tag: 'data in',
    summary: 'Progress and result of an import',
    may: 'import-data',
    params: id,
    answer: { status: 200, json: importView },
  }),
  'list-rejected': defineRoute('list-rejected', {
    tag: 'data in',
    summary: 'Lines of an import that were rejected, with the reason',
    may: 'import-data',
    params: id,
    query: z.object(pageQuery),
    answer: { status: 200, json: page(rejectedLine) },
  }),
  'start-sample': defineRoute('start-sample', {
    tag: 'data in',
    summary: 'Load a bundled sample',
    may: 'import-data',
    params: z.object({ id: z.enum(['incidents', 'marketplace']) }),
    query: z.object({
      tickets: z.coerce.number().int().min(1).max(1_000_000).optional().describe('Size of the generated sample'),
      seed: z.coerce.number().int().min(0).optional(),
    }),
    answer: { status: 202, json: importView },
  }),
};
