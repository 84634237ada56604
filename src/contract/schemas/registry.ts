import { z } from 'zod';
import { localText } from './common.ts';
import { filter } from './filter.ts';
import { basis, every } from './query.ts';

const statistic = z.enum(['median', 'mean', 'p90', 'within', 'n']);

const unit = z.enum(['seconds', 'share', 'count', 'number', 'money', 'score']);

/** A KPI as the registry describes it. `statistics` is empty where the KPI is not a duration. */
export const kpi = z
  .object({
    id: z.string(),
    label: localText,
    short: localText.describe('The name where room is scarce, such as the heads of tables'),
    help: localText,
    unit,
    better: z.enum(['higher', 'lower']).nullable().describe('Which way is better; null where neither is'),
    fact: z.string().describe('The fact table it counts'),
    basis: basis.nullable(),
    population: localText.describe('Which rows it counts'),
    version: z.int(),
    statistics: z.array(statistic),
    variants: z
      .array(
        z.object({
          id: z.string(),
          label: localText,
          short: localText.describe('The whole name of the figure where room is scarce'),
          help: localText,
          unit,
          formula: localText,
          mayBeDefault: z.boolean().describe('In the unit of the KPI, so that it may stand for it'),
        }),
      )
      .describe('Empty where there is one way of measuring'),
    formula: localText.describe('How the figure is computed, in the variant meant where none is named'),
    usualVariant: z.string().nullable().describe('The variant meant where none is named, unless the workspace chose'),
    defaultVariant: z.string().nullable().describe('The choice of the workspace; null for the usual variant'),
    benchmark: z
      .object({ value: z.number(), source: localText, also: z.exactOptional(z.array(z.number()).readonly()) })
      .nullable(),
  })
  .meta({ id: 'Kpi' });

export type KpiInfo = z.infer<typeof kpi>;

export const dimension = z
  .object({
    id: z.string(),
    label: localText,
    custom: z.boolean().describe('A custom field, `fields.<name>`'),
    number: z.boolean().describe('Its values are numbers, which can be more or less than another'),
    facts: z.array(z.string()).describe('Fact tables that carry it'),
  })
  .meta({ id: 'Dimension' });

export type DimensionInfo = z.infer<typeof dimension>;

export const dimensionValue = z.object({
  value: z.string().nullable().describe('Null stands for none'),
  label: z.string().nullable().describe('The name, where one is known'),
  n: z.int().describe('Tickets that carry it'),
});

export const picture = z.enum([
  'trend',
  'columns',
  'stacked',
  'heatmap',
  'matrix',
  'distribution',
  'gauge',
  'table',
  'area',
]);

export const report = z
  .object({
    id: z.string(),
    theme: z.enum(['satisfaction', 'team', 'replies', 'sla', 'planning', 'business']),
    question: localText,
    title: localText,
    about: localText,
    kpis: z.array(z.string()),
    by: z.array(z.string()),
    every: every.nullable(),
    filter: z.exactOptional(filter),
    top: z.exactOptional(z.int()),
    picture,
  })
  .meta({ id: 'Report' });
