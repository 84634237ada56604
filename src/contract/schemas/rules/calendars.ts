import { z } from 'zod';
import { instant, localText, seconds } from '../common.ts';
import { calendar } from '../policy.ts';

const now = z.object({
  open: z.boolean(),
  opensAt: instant.nullable().describe('Null while it is open, and where it does not open within 50 years'),
  closesAt: instant.nullable().describe('Null where it does not close within 50 years'),
});

const uses = z.object({
  business: z.boolean().describe('Business time of the workspace is counted in it'),
  policies: z.array(z.object({ id: z.string(), name: z.string() })),
});

const summary = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  version: z.int(),
  versions: z.int().describe('Dated versions in force at some time'),
  now,
  uses,
});

/** Whether figures follow the rules of today, or are still being counted by them. */
const counting = z.boolean().describe('Figures are being counted again by rules that changed');

export const calendarList = z.object({
  items: z.array(calendar).describe('Every dated version of every calendar'),
  calendars: z.array(summary),
  business: z.string().describe('Id of the calendar in which business time is counted, or “always”'),
  counting,
});

export const calendarDetail = z
  .object({
    id: z.string(),
    version: z.int().describe('Counts its changes; its ETag'),
    calendar: calendar.describe('The version in force'),
    versions: z
      .array(z.object({ version: z.int(), createdAt: instant, calendar, corrected: z.boolean() }))
      .describe('The newest first; a corrected one counts no more'),
    now,
    uses,
    counting,
  })
  .meta({ id: 'CalendarDetail' });

/** What the domain reads itself, so that what is wrong is told in its words. */
const written = z.record(z.string(), z.unknown()).describe('A calendar in its JSON format');

export const savedCalendar = z.object({
  calendar: written,
});

const warning = z.object({ code: z.string(), path: z.string(), message: localText });

export const calendarTest = z.object({
  calendar: written.optional(),
  id: z.string().max(200).optional().describe('A calendar of the workspace, in the place of a written one'),
  at: instant.optional().describe('Instead of now'),
  between: z.object({ from: instant, to: instant }).optional(),
  add: z.object({ from: instant, seconds }).optional(),
});

export const calendarAnswer = z.object({
  warnings: z.array(warning),
  now,
  between: seconds.nullable().describe('Open time of the span asked for'),
  add: instant.nullable().describe('When so much open time has passed'),
});

export const holidayPlaces = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string() })),
});

const year = z.int().min(1990).max(2100);

export const holidayRequest = z.object({
  place: z
    .string()
    .regex(/^[A-Z]{2}([./-][A-Za-z0-9]{1,12}){0,2}$/)
    .optional()
    .describe('A country, or a region of it: “DE”, “DE-BY”'),
  ical: z.string().max(1_000_000).optional().describe('An iCalendar file, in the place of a country'),
  from: year,
  to: year,
  optional: z.boolean().default(false).describe('Days that only some take too: bank holidays and optional ones'),
});

export const holidayPreview = z.object({
  items: z.array(
    z.object({
      from: z.iso.date(),
      to: z.iso.date(),
      name: z.string(),
      kind: z.enum(['public', 'bank', 'optional', 'file']),
    }),
  ),
});

export const businessCalendar = z.object({ id: z.string().min(1).max(200).describe('Or “always”') });
export type CalendarDetail = z.infer<typeof calendarDetail>;
export type CalendarList = z.infer<typeof calendarList>;
export type HolidayPreview = z.infer<typeof holidayPreview>;
