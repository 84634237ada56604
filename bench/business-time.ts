import { createRequire } from 'node:module';
import type { Calendar } from '#domain/time/calendar.ts';
import { compileCalendar } from '#domain/time/compile-calendar.ts';
import type { BenchResult } from './bench-result.ts';

export const name = 'business-time';

const day = [
  ['09:00', '12:30'],
  ['14:00', '18:00'],
] as const;
const holidays = [2024, 2025, 2026].flatMap((year) =>
  ['01-01', '05-01', '07-14', '12-25'].map((date) => `${year}-${date}`),
);
const paris: Calendar = {
  id: 'paris',
  name: 'Paris',
  timeZone: 'Europe/Paris',
  weekly: { mon: day, tue: day, wed: day, thu: day, fri: day },
  holidays,
};

/** Open time between two instants: whole minutes of the library at hand. */
type Between = (fromMs: number, toMs: number) => number;

/** The little of each peer that is used here; neither is typed for it. */
interface Peer {
  (atMs: number): { businessMinutesDiff(to: unknown): number; workingDiff(to: unknown, unit: string): number };
  extend(plugin: unknown): void;
  setHolidays(dates: readonly string[]): void;
  setBusinessTime(week: unknown): void;
  updateLocale(locale: string, settings: unknown): void;
}

const load = createRequire(import.meta.url);

function dayjsBetween(): Between {
  const dayjs: Peer = load('dayjs');
  dayjs.extend(load('dayjs-business-time'));
  const segments = day.map(([start, end]) => ({ start: `${start}:00`, end: `${end}:00` }));
  const [monday, tuesday, wednesday, thursday, friday] = Array(5).fill(segments);
  dayjs.setHolidays(holidays);
  dayjs.setBusinessTime({ sunday: null, monday, tuesday, wednesday, thursday, friday, saturday: null });
  return (fromMs, toMs) => -dayjs(toMs).businessMinutesDiff(dayjs(fromMs));
}

function momentBetween(): Between {
  const moment: Peer = load('moment-business-time');
  const hours = day.flat().map((time) => `${time}:00`);
  const workinghours = { 0: null, 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: null };
  moment.updateLocale('en', { workinghours, holidays });
  return (fromMs, toMs) => moment(toMs).workingDiff(moment(fromMs), 'minutes');
}

const fortnightMs = 14 * 86_400_000;
const spanCount = 2 ** 16;

/** Random beginnings, on the minute, of two-week spans in 2024–2026; the same in every run. */
function spanStarts(): Float64Array {
  let state = 20_260_117;
  return Float64Array.from({ length: spanCount }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Date.UTC(2024, 0, 2) + Math.floor((state / 2 ** 32) * 1_540_000) * 60_000;
  });
}

/** Calls per second, asking span after span for about `forMs`. */
function callsPerSecond(between: Between, starts: Float64Array, batch: number, forMs: number): number {
  let calls = 0;
  let sum = 0;
  const beganAt = performance.now();
  let elapsed = 0;
  while (elapsed < forMs) {
    for (let i = 0; i < batch; i++) {
      const from = starts[(calls + i) % spanCount] as number;
      sum += between(from, from + fortnightMs);
    }
    calls += batch;
    elapsed = performance.now() - beganAt;
  }
  if (Number.isNaN(sum)) throw new Error('A span has no length');
  return (calls / elapsed) * 1000;
}

function agreement(ours: Between, theirs: Between, starts: Float64Array): number {
  const sample = starts.subarray(0, 500);
  const equal = sample.filter((from) => theirs(from, from + fortnightMs) === ours(from, from + fortnightMs));
  return Math.round((equal.length / sample.length) * 100);
}

/** The peers only know the zone of the process, so it is Paris while they run. */
function inParis<T>(run: () => T): T {
  const before = process.env.TZ;
  process.env.TZ = paris.timeZone;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

function measure(): BenchResult[] {
  const time = compileCalendar(paris);
  const ours: Between = (fromMs, toMs) => time.between(fromMs, toMs);
  const minutes: Between = (fromMs, toMs) => Math.trunc(time.between(fromMs, toMs) / 60);
  const starts = spanStarts();
  callsPerSecond(ours, starts, spanCount, 200);
  const value = Math.round(callsPerSecond(ours, starts, spanCount, 1000));
  const floor = 5_000_000;
  const figure = { value, unit: 'calls/s' };
  const peers = { 'dayjs-business-time': dayjsBetween(), 'moment-business-time': momentBetween() };
  const results = Object.entries(peers).map(([peer, theirs]): BenchResult => {
    const rate = callsPerSecond(theirs, starts, 50, 1500);
    const yardstick = `${peer}: ${Math.round(rate)}/s, the same minutes on ${agreement(minutes, theirs, starts)} % of spans`;
    const ratio = Math.round(value / rate);
    return { name: `between, against ${peer}`, ...figure, yardstick, ratio, budget: '>= 1000 x', ok: ratio >= 1000 };
  });
  const ratio = Math.round((value / floor) * 10) / 10;
  const absolute = { yardstick: `${floor} calls/s`, ratio, budget: '>= 5 M calls/s', ok: value >= floor };
  return [{ name: 'between, two-week spans', ...figure, ...absolute }, ...results];
}

/** Open time in random two-week spans of a Paris calendar with a lunch break and holidays. */
export async function run(): Promise<BenchResult[]> {
  return inParis(measure);
}
