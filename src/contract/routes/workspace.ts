import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { jsonText } from '../schemas/common.ts';
import { filter } from '../schemas/filter.ts';
import { status } from '../schemas/status.ts';

export const workspaceRoutes = {
  status: defineRoute('status', {
    tag: 'workspace',
    summary: 'What the workspace holds and how fresh it is',
    may: 'read-reports',
    answer: { status: 200, json: status },
  }),
  export: defineRoute('export', {
    tag: 'data out',
    summary: 'All rows of a fact table, streamed',
    may: 'export-data',
    params: z.object({ table: z.enum(['tickets', 'clocks', 'replies']) }),
    query: z.object({
      format: z.enum(['csv', 'ndjson', 'xlsx', 'parquet']).default('csv'),
      filter: jsonText(filter).optional(),
      pseudonyms: z
        .enum(['true', 'false'])
        .default('false')
        .transform((given) => given === 'true')
        .meta({ description: 'Stable pseudonyms in the place of agents and customers, and no free texts' }),
    }),
    answer: {
      status: 200,
      raw: [
        'text/csv',
        'application/x-ndjson',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.apache.parquet',
      ],
    },
  }),
  'download-backup': defineRoute('download-backup', {
    tag: 'data out',
    summary: 'A back-up of the whole installation, streamed; whole only if its last entry is the seal',
    may: 'operate-installation',
    answer: { status: 200, raw: ['application/x-tar'] },
  }),
};
