import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dateToSerial } from 'hucre';
import { readXlsx } from 'hucre/xlsx';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reports } from '#domain/report/catalogue/index.ts';
import type { FileTable } from '#presentation/document/file-table.ts';
import { sortRows } from '#presentation/table/sort-rows.ts';
import type { TableCell } from '#presentation/table/table-model.ts';
import { createTestStores } from '#test/support/test-stores.ts';
import type { App } from '../app.ts';
import type { Installation } from '../installation.ts';
import { loadSample } from '../load-sample.ts';
import { firstWorkspace, openInstallation } from '../open-installation.ts';
import { answerQuery } from '../reports/answer-query.ts';
import type { SampleId } from '../samples.ts';
import { askingOfReport } from './asking-of.ts';
import { fileOf, type ReportFormat } from './export-report.ts';
import { type Prepared, prepareReport } from './prepare-report.ts';
import { hasPicture } from './write-png.ts';

async function read(prepared: Prepared, format: ReportFormat): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of fileOf(prepared, format).bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The rows of the screen, in its order, with the total below. */
function screenRows({ shown, language }: Prepared): readonly (readonly TableCell[])[] {
  const rows = sortRows(shown.model, shown.sort, language).map(({ cells }) => cells);
  return shown.model.total === null ? rows : [...rows, shown.model.total];
}

/** What a cell of the screen is to a machine. */
function valuesOf(prepared: Prepared): (string | number | null)[][] {
  const { columns } = prepared.shown.model;
  return screenRows(prepared).map((cells) =>
    cells.map(({ value, text }, place) =>
      columns[place]?.numeric === true ? value : columns[place]?.unit === 'date' ? (value ?? text) : text,
    ),
  );
}

const isDay = (table: FileTable, place: number) => table.columns[place]?.unit === 'date';

function csvRows(bytes: Buffer, { columns }: FileTable): (string | number | null)[][] {
  const [, ...lines] = parse(bytes.toString('utf8').replace('\ufeff', ''), { relax_column_count: false }) as string[][];
  return lines.map((cells) =>
    cells.map((text, place) => {
      if (columns[place]?.numeric === true) return text === '' ? null : Number(text);
      return text.replace(/^'(?=[=+\-@])/, '');
    }),
  );
}

async function xlsxRows(bytes: Buffer, { columns }: FileTable): Promise<(string | number | null)[][]> {
  const { sheets } = await readXlsx(bytes);
  const [, ...lines] = sheets[0]?.rows ?? [];
  return lines.map((cells) =>
    columns.map(({ unit, numeric }, place) => {
      const value = cells[place] ?? null;
      if (unit === 'date' && value instanceof Date) return value.toISOString().slice(0, 10);
      if (unit === 'seconds' && value !== null) {
        return Number(((value instanceof Date ? dateToSerial(value) : Number(value)) * 86_400).toFixed(3));
      }
      if (numeric) return value as number | null;
      return value === null ? '' : String(value).replace(/^'(?=[=+\-@])/, '');
    }),
  );
}

const plain = (text: string) => text.replaceAll(/\s+/g, '');

describe.each<{ id: SampleId; tickets?: number }>([{ id: 'incidents' }, { id: 'marketplace', tickets: 3000 }])(
  'on the sample $id',
  ({ id, tickets }) => {
    const folder = mkdtempSync(join(tmpdir(), 'vigie-exports-'));
    let stores: Awaited<ReturnType<typeof createTestStores>>;
    let installation: Installation;
    let app: App;

    beforeAll(async () => {
      stores = await createTestStores(join(folder, 'data'));
      installation = await openInstallation({ ...stores.places, workers: 2 });
      app = await installation.workspace(firstWorkspace);
      await loadSample(app, id, tickets === undefined ? {} : { tickets });
      await app.folds.settled();
    });
    afterAll(async () => {
      await installation.close();
      await stores.drop();
      rmSync(folder, { recursive: true, force: true });
    });

    async function prepare(report: string, language: 'en' | 'fr', overrides = {}): Promise<Prepared> {
      const asking = await askingOfReport(app, report, overrides);
      return prepareReport(app, { asking, language, answer: (question) => answerQuery(app, question) });
    }

    test.each(reports.map((report) => report.id))(
      '%s is cell by cell the same on screen and in each file',
      async (report) => {
        const prepared = await prepare(report, 'fr');
        const { table } = prepared.document;
        const expected = valuesOf(prepared);
        const days = (rows: (string | number | null)[][]) =>
          rows.map((cells) =>
            cells.map((value, at) => (isDay(table, at) && value !== null ? String(value).slice(0, 10) : value)),
          );
        expect(table.columns.map(({ name }) => name)).toEqual(prepared.shown.model.columns.map(({ name }) => name));
        expect(days(csvRows(await read(prepared, 'csv'), table))).toEqual(days(expected));
        const rounded = days(expected).map((cells) =>
          cells.map((value, at) =>
            table.columns[at]?.unit === 'seconds' && value !== null ? Number(Number(value).toFixed(3)) : value,
          ),
        );
        expect(await xlsxRows(await read(prepared, 'xlsx'), table)).toEqual(rounded);
        const file = await read(prepared, 'parquet');
        const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length) as ArrayBuffer;
        expect((await parquetReadObjects({ file: buffer })).map((row) => Object.values(row))).toEqual(expected);
        expect(parquetMetadata(buffer).key_value_metadata?.[0]?.value).toContain(prepared.document.question);
        const { text } = await extractText(await getDocumentProxy(new Uint8Array(await read(prepared, 'pdf'))), {
          mergePages: true,
        });
        const printed = plain(text);
        const missing = [...table.rows, ...(table.total === null ? [] : [table.total])]
          .flatMap((cells) => cells.map((cell) => cell.text))
          .filter((cell) => !printed.includes(plain(cell)));
        expect(missing.slice(0, 5)).toEqual([]);
        if (hasPicture(prepared)) expect((await read(prepared, 'png')).subarray(1, 4).toString()).toBe('PNG');
        else await expect(read(prepared, 'png')).rejects.toThrow(/export\.no-picture|has no picture/);
      },
    );
  },
);
