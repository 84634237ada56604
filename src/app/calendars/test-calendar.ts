import type { z } from 'zod';
import type { calendarAnswer, calendarTest } from '#contract/schemas/rules/calendars.ts';
import { compileCalendar } from '#domain/time/compile-calendar.ts';
import { describeNow } from '#domain/time/editing/calendar-now.ts';
import { parseCalendar } from '#domain/time/parse-calendar.ts';
import type { App } from '../app.ts';
import { openCalendar, viewNow } from './calendar-views.ts';

/**
 * Asks a written calendar, or one of the workspace; without either, the calendar that never closes. Throws what
 * `parseCalendar` and `compileCalendar` throw, and `calendar.unknown`.
 */
export async function testCalendar(
  app: App,
  { calendar, id, at, between, add }: z.output<typeof calendarTest>,
): Promise<z.infer<typeof calendarAnswer>> {
  const parsed = calendar === undefined ? null : parseCalendar(calendar);
  const time = parsed === null ? await openCalendar(app, id ?? 'always') : compileCalendar(parsed.calendar);
  const now = at === undefined ? app.now() : Date.parse(at);
  return {
    warnings: parsed?.warnings ?? [],
    now: viewNow(describeNow(time, now)),
    between: between === undefined ? null : time.between(Date.parse(between.from), Date.parse(between.to)),
    add: add === undefined ? null : new Date(time.add(Date.parse(add.from), add.seconds)).toISOString(),
  };
}
