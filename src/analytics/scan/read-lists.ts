import type { Aggregate } from '#domain/kpi/measure.ts';
import type { Cell } from '#domain/report/query.ts';
import { isAlways, type Scan, sharedConditions } from '#domain/report/scan/scan.ts';
import type { ListRow } from '#domain/report/scan/spread.ts';
import { Binder } from '../binder.ts';
import type { Analytics } from '../client.ts';
import { compileExpression } from './compile-expression.ts';
import { compileKey, compileRows, type ScanOptions } from './compile-scan.ts';
import { bucketReader } from './run-scan.ts';

/** Reads the numbers that one of the quantiles of a scan is taken from: what `evaluateLists` of the domain means. */
export async function readLists(
  analytics: Analytics,
  workspace: string,
  scan: Scan,
  quantile: Aggregate,
  options: ScanOptions,
): Promise<ListRow[]> {
  const binder = new Binder();
  const rows = compileRows(scan, options, binder);
  if (!rows || quantile.of === null) return [];
  const { place, placed, from, conditions } = rows;
  const shared = sharedConditions(scan.aggregates);
  const own = [...quantile.source.where, quantile.where].filter((condition) => !isAlways(condition));
  const of = compileExpression(quantile.of, place);
  const where = [
    ...conditions,
    ...new Set([...shared, ...own].map((condition) => compileExpression(condition, place))),
    `isNotNull(${of})`,
  ];
  const bucket = scan.bucketed ? (placed.bucket ?? '0') : '0';
  const keys = [bucket, ...scan.keys.map((key) => compileKey(key, placed, binder))];
  const names = keys.map((_, index) => `k${index}`);
  const sql = [
    // The group comes as one text, so that all before the numbers is read in the same way.
    `SELECT toJSONString(tuple(${names.join(', ')})) AS place, arraySort(numbers) AS numbers FROM (`,
    `SELECT ${keys.map((key, index) => `${key} AS ${names[index]}`).join(', ')},`,
    `groupArray(toFloat64(assumeNotNull(${of}))) AS numbers`,
    `FROM ${from}`,
    placed.arrayJoin ? `ARRAY JOIN ${placed.arrayJoin}` : '',
    `WHERE ${where.join(' AND ')}`,
    `GROUP BY ${names.join(', ')})`,
  ];
  const bytes = await analytics.queryBytes(sql.join('\n'), binder.params(workspace), 'RowBinary');
  const bucketOf = bucketReader(scan.period);
  return [...readRows(bytes)].map(({ place, numbers }) => {
    const [bucket, ...group] = JSON.parse(place) as [string | number, ...Cell[]];
    return { group, bucket: bucketOf(bucket), numbers };
  });
}

/** Rows of a text and a list of numbers, as the format RowBinary writes them. */
function* readRows(bytes: Uint8Array): Generator<{ place: string; numbers: Float64Array }> {
  const text = new TextDecoder();
  let at = 0;
  const readLength = () => {
    let length = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++] as number;
      length += (byte & 127) * shift;
      if (byte < 128) return length;
    }
  };
  const take = (size: number) => {
    at += size;
    return bytes.subarray(at - size, at);
  };
  while (at < bytes.length) {
    const place = text.decode(take(readLength()));
    // Copied to where numbers may stand.
    yield { place, numbers: new Float64Array(new Uint8Array(take(readLength() * 8)).buffer) };
  }
}
