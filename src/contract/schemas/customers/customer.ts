import { z } from 'zod';
import { customerFigures, customerGroups } from '#domain/report/customer-figures.ts';
import { commaList, dateOrInstant, instant, jsonText, pageQuery } from '../common.ts';
import { filter } from '../filter.ts';
import { timeKind } from '../query.ts';

const group = z.enum(customerGroups);
const unit = z.enum(['seconds', 'share', 'count', 'number', 'money', 'score']);
const n = z.int().describe('Rows behind the figure');

const period = {
  from: dateOrInstant.optional(),
  to: dateOrInstant.optional(),
  timeZone: z.string().optional(),
  time: timeKind.optional().describe('Which clock durations are read from; calendar unless said'),
};

const by = group.default('customer').describe('Customers, or the companies that they belong to');

const orders = customerFigures.flatMap((ref) => [ref, `-${ref}`] as const);

/** Without a period, the twelve months up to the newest ticket. */
export const customersQuery = z.object({
  ...pageQuery,
  by,
  search: z.string().max(200).optional().describe('Part of an id or a name; also finds those without a figure'),
  filter: jsonText(filter).optional(),
  ...period,
  figures: commaList
    .pipe(z.array(z.enum(customerFigures)))
    .optional()
    .describe('Which figures are told of each, separated by commas; all unless said, and always the one sorted by'),
  sort: z.enum(orders).default('-tickets-created').describe('A figure, - before it from large to small'),
  least: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000_000)
    .default(1)
    .describe('Only those with so many rows behind the figure that is sorted by; a search passes over it'),
});

const answered = {
  kind: z.string().nullable(),
  score: z.number().nullable(),
  scale: z.number().nullable(),
  answeredAt: instant,
};

const asked = z.object({ from: z.string(), to: z.string(), timeZone: z.string(), time: timeKind });

export const customer = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    company: z.string().nullable(),
    tier: z.string().nullable(),
    region: z.string().nullable(),
    lastContactAt: instant.nullable(),
    figures: z.record(z.string(), z.object({ value: z.number().nullable(), n })).describe('By reference'),
    lastAnswer: z.object(answered).nullable().describe('The last survey answered, of any period'),
  })
  .meta({ id: 'Customer' });

export type CustomerItem = z.infer<typeof customer>;

export const customerPage = z.object({
  items: z.array(customer),
  next: z.string().nullable(),
  total: z.int().describe('Customers that match, all pages'),
  columns: z.array(z.object({ id: z.string(), unit })),
  asked,
  withoutCustomer: z.int().describe('Tickets created in the period whose customer (or company) is not known'),
});

export const historyQuery = z.object({ by, ...period });

export const customerHistory = z.object({
  customer: z.object({
    id: z.string(),
    by: group,
    name: z.string().nullable(),
    company: z.string().nullable(),
    customerType: z.string().nullable(),
    tier: z.string().nullable(),
    region: z.string().nullable(),
    country: z.string().nullable(),
    language: z.string().nullable(),
    customers: z.int().describe('How many customers it is: 1, or those of the company'),
    tickets: z.int().describe('Tickets of all times, neither merged nor deleted'),
    openTickets: z.int().nullable().describe('Not solved now'),
    firstContactAt: instant.nullable(),
    lastContactAt: instant.nullable(),
  }),
  asked,
  figures: z.array(
    z.object({
      id: z.string(),
      unit,
      value: z.number().nullable(),
      n,
      before: z.number().nullable().describe('In the period before, of the same length'),
      all: z.number().nullable().describe('The same figure over all customers'),
    }),
  ),
  answers: z.object({
    items: z.array(
      z.object({ ticket: z.string(), ...answered, comment: z.string().nullable() }).describe('The newest first'),
    ),
    total: z.int(),
  }),
  subscriptions: z
    .array(
      z.object({
        key: z.string(),
        customer: z.string().nullable(),
        plan: z.string().nullable(),
        monthlyValue: z.number().nullable(),
        startedAt: instant.nullable(),
        endedAt: instant.nullable(),
      }),
    )
    .nullable()
    .describe('Null for those who see only a part of the workspace'),
});

export type CustomerHistory = z.infer<typeof customerHistory>;
