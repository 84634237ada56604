import { z } from 'zod';

/** Media types of the files of a report. */
export const reportFileTypes = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/pdf',
  'image/png',
  'application/vnd.apache.parquet',
];

/** How a report is written into a file. */
export const fileOptions = {
  format: z.enum(['csv', 'xlsx', 'pdf', 'png', 'parquet']).default('csv'),
  lang: z.enum(['en', 'fr']).optional().describe('The language of the file; else that of the request'),
  sort: z.string().optional().describe('Id of the column that orders the rows, `-` before it from large to small'),
  about: z
    .enum(['true', 'false'])
    .default('false')
    .transform((given) => given === 'true')
    .describe('CSV: what the figures rest on, below them after an empty line. Other formats always say it'),
};
