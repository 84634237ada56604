import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { StoredColumn } from '#analytics/schema.ts';
import type { ColumnKind } from '#domain/kpi/fact-table.ts';

/** Rows of a group: what is held in memory at once. */
const groupRows = 20_000;

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema'];
type Element = Schema[number];

/** Facts as Parquet, a group of rows at a time, in constant memory. Custom fields are JSON, tags a list. */
export async function* writeFactsParquet(
  columns: readonly StoredColumn[],
  pieces: AsyncIterable<readonly unknown[][]>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns), createdBy: 'Vigie' });
  let held: unknown[][] = [];
  const writeHeld = async () => {
    const columnData = columns.map(({ name, kind }, place) => ({
      name,
      data: held.map((cells) => cellOf(cells[place], kind)),
    }));
    held = [];
    await writer.write({ columnData, rowGroupSize: groupRows });
  };
  for await (const piece of pieces) {
    held.push(...piece);
    if (held.length < groupRows) continue;
    await writeHeld();
    yield take(bytes);
  }
  if (held.length > 0) await writeHeld();
  await writer.finish();
  yield take(bytes);
}

/** What was written since the last time. */
function take(writer: ByteWriter): Uint8Array {
  const piece = new Uint8Array(writer.buffer, 0, writer.index).slice();
  writer.index = 0;
  return piece;
}

function schemaOf(columns: readonly StoredColumn[]): Schema {
  return [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)];
}

function elementsOf({ name, kind }: StoredColumn): Element[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  switch (kind) {
    case 'key':
    case 'text':
    case 'id':
    case 'note':
    case 'map':
      return [{ ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
    case 'instant':
      return [{ ...optional, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' }];
    case 'seconds':
    case 'count':
      return [{ ...optional, type: 'INT64' }];
    case 'number':
      return [{ ...optional, type: 'DOUBLE' }];
    case 'flag':
      return [{ ...optional, type: 'BOOLEAN' }];
    case 'texts':
      return [
        { ...optional, num_children: 1, converted_type: 'LIST' },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', repetition_type: 'OPTIONAL', type: 'BYTE_ARRAY', converted_type: 'UTF8' },
      ];
  }
}

function cellOf(cell: unknown, kind: ColumnKind): unknown {
  if (cell === null || cell === undefined) return null;
  if (kind === 'instant') return new Date(String(cell));
  if (kind === 'seconds' || kind === 'count') return BigInt(cell as number | string);
  return kind === 'number' ? Number(cell) : cell;
}
