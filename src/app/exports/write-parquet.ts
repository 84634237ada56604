import { ByteWriter, parquetWriteRows } from 'hyparquet-writer';
import type { Document } from '#presentation/document/describe-document.ts';
import type { FileColumn } from '#presentation/document/file-table.ts';
import { aboutRows } from './about-rows.ts';

/** Columns of a Parquet file have a name of their own each. */
function uniqueNames(columns: readonly FileColumn[]): readonly string[] {
  const given = new Map<string, number>();
  return columns.map(({ name }) => {
    const before = given.get(name) ?? 0;
    given.set(name, before + 1);
    return before === 0 ? name : `${name} ${before + 1}`;
  });
}

/** The table of a report as Parquet: texts, and figures as doubles. What it rests on is in the metadata, under `vigie.about`. */
export async function writeParquet(document: Document): Promise<Uint8Array> {
  const { columns, rows, total } = document.table;
  const names = uniqueNames(columns);
  const lines = total === null ? rows : [...rows, total];
  const writer = new ByteWriter();
  await parquetWriteRows({
    writer,
    columns: columns.map(({ numeric }, place) => ({
      name: names[place] ?? '',
      type: numeric ? ('DOUBLE' as const) : ('STRING' as const),
      nullable: true,
    })),
    rows: lines.map((cells) => Object.fromEntries(cells.map(({ value }, place) => [names[place] ?? '', value]))),
    kvMetadata: [{ key: 'vigie.about', value: JSON.stringify(aboutRows(document)) }],
  });
  return writer.getBytes();
}
