import type { Cell } from '#domain/report/query.ts';
import type { Scan, ScanRow } from '#domain/report/scan/scan.ts';
import type { Analytics } from '../client.ts';
import { compileScan, type ScanOptions } from './compile-scan.ts';

type FlatRow = Readonly<Record<string, string | number | boolean | null>>;

/** Runs a scan in the store. Buckets come back by date, or by position where spans were cut. */
export async function runScan(
  analytics: Analytics,
  workspace: string,
  scan: Scan,
  options: ScanOptions,
): Promise<ScanRow[]> {
  const compiled = compileScan(scan, options);
  if (!compiled) return [];
  const rows = await analytics.query<FlatRow>(compiled.sql, compiled.binder.params(workspace));
  const places = new Map(scan.period.buckets.map(({ label }, index) => [label, index]));
  const bucketOf = (value: FlatRow[string] | undefined) =>
    value === undefined ? 0 : typeof value === 'string' ? (places.get(value) ?? -1) : Number(value);
  return rows.map((row) => ({
    ...(Number(row.t ?? 0) !== 0 && { total: true }),
    group: scan.keys.map((_, index) => (row[`g${index}`] ?? null) as Cell),
    bucket: bucketOf(row.b),
    values: scan.aggregates.map((_, index) => (row[`v${index}`] ?? null) as number | null),
  }));
}
