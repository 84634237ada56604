import { z } from 'zod';
import { alertDimensions, longestKeepMinutes, longestWindowHours } from '#domain/alerts/alert.ts';
import { instant, labels } from '../common.ts';
import { filter } from '../filter.ts';
import { timeKind, unit } from '../query.ts';

const condition = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('threshold'),
    side: z.enum(['above', 'below']),
    line: z.number().min(-1e12).max(1e12).describe('In the unit of the KPI: seconds; a share from 0 to 1'),
  }),
  z.object({
    kind: z.literal('unusual'),
    side: z.enum(['above', 'below', 'either']),
    width: z
      .number()
      .min(1)
      .max(20)
      .describe('How many median distances from the median of the same window of the last 8 weeks are usual'),
  }),
]);

export const alertRule = z
  .object({
    kpi: z.string().min(1).max(200).describe('`id[.variant][:statistic]`; no formula'),
    filter: filter.nullable().default(null),
    time: timeKind.default('business'),
    windowHours: z
      .int()
      .min(1)
      .max(longestWindowHours)
      .describe('The rolling window; multiples of 24 are whole local days, today so far among them'),
    by: z
      .enum(alertDimensions)
      .nullable()
      .default(null)
      .describe('Each value of it by itself; null: the whole workspace'),
    leastN: z
      .int()
      .min(0)
      .max(1_000_000)
      .default(1)
      .describe('A figure of fewer rows neither begins nor ends anything'),
    keepFiringMinutes: z
      .int()
      .min(0)
      .max(longestKeepMinutes)
      .default(15)
      .describe('What left its bounds is over once it has been back for so long; 0: at once'),
    condition,
  })
  .meta({ id: 'AlertRule' });

const settings = {
  title: z.string().trim().min(1).max(200),
  rule: alertRule,
  members: z.array(z.string()).max(200).default([]).describe('Ids of members, told on screen and by mail as they wish'),
  channels: z.array(z.string()).max(50).default([]).describe('Ids of channels'),
  tellEnd: z.boolean().default(true).describe('Whether they are told when it is over, too'),
};

export const newAlert = z.object(settings);

export const alertChange = z.object({
  title: settings.title.optional(),
  rule: alertRule.optional().describe('What is open under the old rule ends, without a word'),
  members: z.array(z.string()).max(200).optional(),
  channels: z.array(z.string()).max(50).optional(),
  tellEnd: z.boolean().optional(),
  paused: z.boolean().optional().describe('Not looked at'),
  snoozedUntil: instant.nullable().optional().describe('Nobody is told before; what is open then is told'),
});

const usual = z.object({
  median: z.number(),
  low: z.number(),
  high: z.number(),
  windows: z.int().describe('Earlier weeks with a figure'),
});

export const alertFiring = z
  .object({
    alert: z.string(),
    title: z.string(),
    value: z.string().nullable().describe('Of the dimension; null: the whole workspace'),
    rule: alertRule.describe('As it was when it began'),
    unit,
    beganAt: instant,
    figure: z.number(),
    n: z.int(),
    usual: usual.nullable(),
    toldAt: instant.nullable(),
    backSince: instant.nullable().describe('Since when the figure is back, while the firing is kept open'),
    endedAt: instant.nullable(),
    end: z.enum(['back', 'no-data', 'changed']).nullable(),
    endFigure: z.number().nullable(),
    endN: z.int().nullable(),
    report: z.string().nullable().describe('The page that shows the figure; null where no page can ask its filter'),
  })
  .meta({ id: 'AlertFiring' });

export const alertFirings = z.object({ items: z.array(alertFiring), labels, timeZone: z.string() });

export const alert = z
  .object({
    id: z.string(),
    ...settings,
    members: z.array(z.string()),
    channels: z.array(z.string()),
    tellEnd: z.boolean(),
    unit: unit.nullable().describe('Null where the KPI is not in the registry any more'),
    paused: z.boolean(),
    snoozedUntil: instant.nullable(),
    checkedAt: instant.nullable(),
    error: z.object({ code: z.string(), detail: z.string(), todo: z.string() }).nullable(),
    judged: z
      .int()
      .nullable()
      .describe('Figures of the last check with enough rows to be judged; null: not looked at yet'),
    open: z.int().describe('Firings that are not over, of those that whoever asks may see'),
    createdBy: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'Alert' });

export const alertPreview = z
  .object({
    days: z.int().describe('Local days looked at, each at its end'),
    from: z.iso.date(),
    to: z.iso.date().describe('Not included'),
    unit,
    judged: z.int().describe('Figures of enough rows to be judged; with none, that nothing fired says nothing'),
    firings: z.array(
      z.object({
        value: z.string().nullable(),
        began: z.iso.date(),
        ended: z.iso.date().nullable(),
        figure: z.number(),
        n: z.int(),
      }),
    ),
    labels,
  })
  .meta({ id: 'AlertPreview' });
