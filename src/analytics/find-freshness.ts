import { formatInstant } from '#domain/time/instant.ts';
import type { Analytics } from './client.ts';

/** The instant of the newest ticket event that facts know of, ISO 8601; null without facts. */
export async function findFreshness(analytics: Analytics, workspace: string): Promise<string | null> {
  const [row] = await analytics.query<{ at: number | null }>(
    `SELECT toUnixTimestamp64Milli(max(updatedAt)) AS at FROM tickets WHERE workspace = {workspace:String}`,
    { workspace },
  );
  return typeof row?.at === 'number' ? formatInstant(row.at) : null;
}
