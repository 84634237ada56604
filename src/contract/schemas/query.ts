import { z } from 'zod';
import { commaList, dateOrInstant, instant, jsonText, labels, refList } from './common.ts';
import { filter } from './filter.ts';

export const every = z.enum(['day', 'week', 'month', 'quarter', 'year']);
export const basis = z.enum(['created', 'solved', 'replied', 'decided', 'answered']);
export const timeKind = z.enum(['business', 'calendar']);
const compare = z.enum(['previous', 'year']);
const whose = z
  .enum(['own', 'team'])
  .describe('For agents: their own figures (default), or averages of their teams; others see what their role shows');
export const unit = z.enum(['seconds', 'share', 'count', 'number', 'money', 'score', 'text', 'date']);

export const reportQuery = z
  .object({
    kpis: z
      .array(z.string().min(1))
      .min(1)
      .describe(
        '`id[.variant][:statistic]`, or a formula of two: `ratio(a,b)` divides the first by the second, `difference(a,b)` takes the second away',
      ),
    by: z.exactOptional(z.array(z.string().min(1))),
    every: z.exactOptional(every.nullable()),
    from: dateOrInstant,
    to: dateOrInstant,
    timeZone: z.exactOptional(z.string()),
    filter: z.exactOptional(filter.nullable()),
    basis: z.exactOptional(basis.nullable()),
    time: z.exactOptional(timeKind),
    compare: z.exactOptional(compare.nullable()),
    top: z.exactOptional(z.int().min(1).nullable()),
    whose: z.exactOptional(whose),
  })
  .meta({ id: 'ReportQuery' });

/** The same question in a query string; what is left out is the report's own. `every=none` asks for totals. */
export const reportOverrides = z.object({
  kpis: refList.optional(),
  by: commaList.optional(),
  every: z.enum([...every.options, 'none']).optional(),
  from: dateOrInstant.optional(),
  to: dateOrInstant.optional(),
  timeZone: z.string().optional(),
  filter: jsonText(filter).optional(),
  basis: basis.optional(),
  time: timeKind.optional(),
  compare: compare.optional(),
  top: z.coerce.number().int().min(1).optional(),
  whose: whose.optional(),
});

const kpiStatement = z.object({
  ref: z.string(),
  kpi: z.string(),
  variant: z.string().nullable(),
  variantFrom: z
    .enum(['question', 'workspace', 'registry'])
    .describe('Who chose the variant: the question, the default of the workspace, or that of the registry'),
  version: z.int(),
  basis: basis.nullable(),
  population: z.string(),
});

const cell = z.union([z.string(), z.number(), z.null()]);

export const queryResult = z
  .object({
    columns: z.array(z.object({ id: z.string(), unit, role: z.enum(['period', 'dimension', 'kpi', 'compare']) })),
    rows: z.array(z.array(cell)),
    total: z.array(cell),
    meta: z.object({
      timeZone: z.string(),
      from: z.string(),
      to: z.string(),
      time: timeKind,
      definitions: z.array(kpiStatement),
      n: z.record(z.string(), z.int()),
      freshness: instant.nullable(),
      running: z.int().nullable(),
      bounded: z.int(),
      labels,
      truncated: z.boolean(),
    }),
  })
  .meta({ id: 'QueryResult' });
