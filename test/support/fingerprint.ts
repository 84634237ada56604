import { type AnalyticsPlace, openAnalytics } from '#analytics/client.ts';
import { generateMarketplace } from '#connectors/marketplace-sample/index.ts';
import { factTables } from '#domain/kpi/facts/index.ts';

const workspace = 'default';

/** The events of a sample, as a source sends them. */
export function marketplaceEvents(options: { readonly tickets: number; readonly seed: number }) {
  return Array.from(generateMarketplace(options), ({ id, source, type, at, key, data }) => {
    return { specversion: '1.0', id, source, type, time: new Date(at).toISOString(), subject: key, data };
  });
}

/** Every row of every fact table, as a count and an order-free sum of hashes, and the events of the journal. */
export async function fingerprint(place: AnalyticsPlace): Promise<Record<string, unknown>> {
  const analytics = await openAnalytics(place);
  const figures: Record<string, unknown> = {};
  for (const table of Object.keys(factTables)) {
    const [row] = await analytics.query(
      `SELECT count() AS rows, sum(cityHash64(toString(tuple(* EXCEPT '^(version|written)$')))) AS sum
       FROM ${table} FINAL WHERE workspace = {workspace:String}`,
      { workspace },
    );
    figures[table] = row;
  }
  const [events] = await analytics.query(
    `SELECT count() AS rows, uniqExact(source, id) AS ids, uniqExact(seq) AS sequences
     FROM events WHERE workspace = {workspace:String}`,
    { workspace },
  );
  await analytics.close();
  return { ...figures, events };
}
