import type { Analytics } from '../client.ts';

/** Every value of a ticket that may single its customer out, as pairs of field and value. */
const valuesOfTicket = `arrayConcat(
  [('company', ifNull(company, '')), ('tier', ifNull(tier, '')), ('customer-type', ifNull(customerType, '')),
   ('region', ifNull(region, '')), ('reason', ifNull(deleteReason, ''))],
  arrayMap(tag -> ('tag', tag), tags),
  arrayMap((name, value) -> (concat('fields.', name), value), mapKeys(fields), mapValues(fields)))`;

/**
 * Which values on the tickets marked for erasure also stand on tickets of another customer, or of none: whether
 * `(field, value)` is one of them. Fields are named as in `ErasureRequest`.
 */
export async function findSharedValues(
  analytics: Analytics,
  workspace: string,
): Promise<(field: string, value: string) => boolean> {
  const rows = await analytics.query<{ field: string; value: string }>(
    `WITH marked AS (SELECT key FROM erasing WHERE workspace = {workspace:String} AND kind = 'ticket')
     SELECT pair.1 AS field, pair.2 AS value FROM (
       SELECT ifNull(customer, '') AS who, arrayJoin(${valuesOfTicket}) AS pair
       FROM tickets FINAL WHERE workspace = {workspace:String}
     )
     WHERE pair.2 != '' AND pair IN (
       SELECT DISTINCT arrayJoin(${valuesOfTicket})
       FROM tickets FINAL WHERE workspace = {workspace:String} AND ticket IN marked
     )
     GROUP BY field, value HAVING uniqExact(who) > 1`,
    { workspace },
  );
  const shared = new Set(rows.map(({ field, value }) => `${field}\0${value}`));
  return (field, value) => shared.has(`${field}\0${value}`);
}
