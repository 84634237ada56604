import type { App } from '../app.ts';
import { type Prepared, type PrepareRequest, prepareReport } from './prepare-report.ts';

export const reportFormats = ['csv', 'xlsx', 'pdf', 'png', 'parquet'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The media type of each format. */
export const reportTypes: Readonly<Record<ReportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
  png: 'image/png',
  parquet: 'application/vnd.apache.parquet',
};

export interface ReportFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface ExportRequest extends PrepareRequest {
  readonly format: ReportFormat;
  /** CSV only: what the figures rest on, below them. */
  readonly about?: boolean | undefined;
}

/** A report as a file: what the screen shows, in its order. Throws what a wrong question throws, and `export.no-picture`. */
export async function exportReport(app: App, request: ExportRequest): Promise<ReportFile> {
  const prepared = await prepareReport(app, request);
  return fileOf(prepared, request.format, request.about ?? false);
}

export function fileOf(prepared: Prepared, format: ReportFormat, about = false): ReportFile {
  const bytes = bytesOf(prepared, format, about);
  return { name: `${prepared.fileName}.${format}`, type: reportTypes[format], bytes };
}

/** What writes a format is loaded when it is asked for. */
async function* bytesOf(prepared: Prepared, format: ReportFormat, about: boolean): AsyncGenerator<Uint8Array> {
  const { document, language } = prepared;
  switch (format) {
    case 'csv':
      return yield* (await import('./write-csv.ts')).writeCsv(document, about);
    case 'xlsx':
      return yield await (await import('./write-xlsx.ts')).writeXlsx(document, language);
    case 'parquet':
      return yield await (await import('./write-parquet.ts')).writeParquet(document);
    case 'pdf':
      return yield await (await import('./write-pdf.ts')).writePdf(prepared);
    case 'png':
      return yield (await import('./write-png.ts')).writePng(prepared);
  }
}
