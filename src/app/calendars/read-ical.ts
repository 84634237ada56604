import type ICAL from 'ical.js';
import type { HolidayPreview } from '#contract/schemas/rules/calendars.ts';
import { VigieError } from '#domain/error.ts';

type Preview = HolidayPreview['items'][number];
type Library = typeof ICAL;

/** Repetitions of all events of a file together, those before the years asked for included: half a second’s work. */
const MOST_REPETITIONS = 10_000;

/**
 * The whole days of the events of an iCalendar file that fall in the years asked for, repeated ones included, those moved or
 * cancelled for once where they were put. Events with times of day are no holidays and are left out. Throws `calendar.bad-file` and `calendar.file-too-long`.
 */
export async function readIcalHolidays(text: string, { from, to }: { from: number; to: number }): Promise<Preview[]> {
  const ical = (await import('ical.js')).default;
  const events = eventsOf(ical, text);
  const budget = { left: MOST_REPETITIONS };
  const found = events.flatMap((event) => occurrencesOf(event, { from, to, budget }));
  return found.sort((one, other) => one.from.localeCompare(other.from));
}

function eventsOf(ical: Library, text: string): ICAL.Event[] {
  try {
    const root = new ical.Component(ical.parse(text));
    if (root.name !== 'vcalendar') throw new Error(`${root.name} instead of VCALENDAR`);
    return root.getAllSubcomponents('vevent').map((component) => new ical.Event(component));
  } catch (cause) {
    throw new VigieError('calendar.bad-file', {}, { path: 'body.ical', cause });
  }
}

interface Asked {
  readonly from: number;
  readonly to: number;
  readonly budget: { left: number };
}

function occurrencesOf(event: ICAL.Event, asked: Asked): Preview[] {
  if (!event.startDate?.isDate || event.component.getFirstPropertyValue('status') === 'CANCELLED') return [];
  const name = event.summary?.trim().slice(0, 200) ?? '';
  const days = Math.max(1, Math.round(event.duration.toSeconds() / 86_400));
  const starts = event.isRecurring() ? repeated(event, asked) : [event.startDate];
  return starts
    .map((start) => {
      const last = start.clone();
      last.adjust(days - 1, 0, 0, 0);
      return { start, last };
    })
    .filter(({ start, last }) => last.year >= asked.from && start.year <= asked.to)
    .map(({ start, last }) => ({ from: dateOf(start), to: dateOf(last), name, kind: 'file' as const }));
}

function repeated(event: ICAL.Event, { to, budget }: Asked): ICAL.Time[] {
  const found: ICAL.Time[] = [];
  const steps = event.iterator();
  for (;;) {
    const next = steps.next() as ICAL.Time | null | undefined;
    if (!next || next.year > to) return found;
    if (budget.left-- === 0) {
      throw new VigieError('calendar.file-too-long', { most: MOST_REPETITIONS }, { path: 'body.ical' });
    }
    // Moved or cancelled for once: what became of it is an event of its own.
    if (!Object.hasOwn(event.exceptions, next.toString())) found.push(next.clone());
  }
}

function dateOf({ year, month, day }: ICAL.Time): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
