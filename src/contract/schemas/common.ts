import { z } from 'zod';
import { deepestJson, isTextDeeper } from '#domain/json-depth.ts';
import { splitRefs } from '#domain/kpi/split-refs.ts';

/** ISO 8601 with an offset; answers are always in UTC. */
export const instant = z.iso.datetime({ offset: true }).describe('ISO 8601 instant');

/** A local date (`2016-02-01`) or an instant: the ends of a half-open period. */
export const dateOrInstant = z.union([z.iso.date(), instant]).describe('Local date or ISO 8601 instant');

export const seconds = z.int().describe('Whole seconds');

export const localText = z.object({ en: z.string(), fr: z.string() }).meta({ id: 'LocalText' });

/** Names of ids, by dimension, then by value. A value without an entry has no known name. */
export const labels = z.record(z.string(), z.record(z.string(), z.string()));

/** A list in a query string: `by=agent,channel`. */
export const commaList = z
  .string()
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .describe('Values separated by commas');

/** KPI references in a query string: `kpis=csat,ratio(sla-breaches,tickets-created)`. */
export const refList = z.string().transform(splitRefs).describe('KPI references separated by commas');

/** JSON in a query string, checked by `schema`. */
export function jsonText<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text, context): unknown => {
      if (isTextDeeper(text, deepestJson)) {
        context.addIssue({ code: 'custom', message: `This is nested more than ${deepestJson} deep.` });
        return z.NEVER;
      }
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'This is not JSON.' });
        return z.NEVER;
      }
    })
    .pipe(schema)
    .describe('JSON text');
}

/** Keyset paging: `after` is the `next` of the page before. */
export const pageQuery = {
  after: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
};

export function page<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), next: z.string().nullable() });
}
