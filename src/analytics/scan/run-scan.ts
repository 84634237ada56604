import type { Period } from '#domain/report/period.ts';
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
  const bucketOf = bucketReader(scan.period);
  return rows.map((row) => ({
    ...(Number(row.t ?? 0) !== 0 && { total: true }),
    group: scan.keys.map((_, index) => (row[`g${index}`] ?? null) as Cell),
    bucket: bucketOf(row.b),
    values: scan.aggregates.map((_, index) => (row[`v${index}`] ?? null) as number | null),
  }));
}

/** The position of a bucket from what the store says of it: its date, its position, or nothing where there is but one. */
export function bucketReader({ buckets }: Period): (value: unknown) => number {
  const places = new Map(buckets.map(({ label }, index) => [label, index]));
  return (value) => {
    if (value === undefined) return 0;
    return typeof value === 'string' ? (places.get(value) ?? -1) : Number(value);
  };
}
