import { z } from 'zod';
import type { Filter } from '#domain/report/filter.ts';

const condition = z.object({
  field: z.string().min(1),
  op: z.enum(['is', 'in', 'contains', 'starts-with', 'gt', 'lt', 'exists']),
  value: z.exactOptional(
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.union([z.string(), z.number()]))]),
  ),
});

export const filter: z.ZodType<Filter> = z
  .lazy(() =>
    z.union([
      z.strictObject({ all: z.array(filter) }),
      z.strictObject({ any: z.array(filter) }),
      z.strictObject({ not: filter }),
      condition,
    ]),
  )
  .meta({ id: 'Filter' });
