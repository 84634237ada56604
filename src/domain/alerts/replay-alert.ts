import { type AlertReading, type AlertRule, wholeWorkspace } from './alert.ts';
import type { DayFigure } from './combine-days.ts';
import { judgeReading } from './judge-reading.ts';
import { type OpenFirings, planFirings } from './plan-firings.ts';
import { usualBand, weeksCompared } from './usual-band.ts';

/** What an alert would have read at the end of a local day (`2026-03-01`), by value. */
export interface ReplayedDay {
  readonly day: string;
  readonly figures: ReadonlyMap<string, DayFigure>;
}

/** A firing that there would have been. */
export interface ReplayedFiring {
  readonly value: string;
  /** The local days at whose ends it would have begun and ended; null: it would still be open. */
  readonly began: string;
  readonly ended: string | null;
  readonly figure: number;
  readonly n: number;
}

/** What there would have been. */
export interface Replay {
  /** The oldest come first. */
  readonly firings: readonly ReplayedFiring[];
  /** Figures that could be judged; without any, no firing says nothing. */
  readonly judged: number;
}

/**
 * The firings of the last `days` of a series of days without gaps, if the rule had been looked at once a day. Days before
 * those only say what was usual; a firing ends at once, as it is kept for less than the day between two looks.
 */
export function replayAlert(rule: AlertRule, series: readonly ReplayedDay[], days: number, empty: 0 | null): Replay {
  let judged = 0;
  const asked: AlertRule = { ...rule, keepFiringMinutes: 0 };
  const open = new Map<string, ReplayedFiring>();
  const all: ReplayedFiring[] = [];
  for (let at = Math.max(0, series.length - days); at < series.length; at++) {
    const { day } = series[at] as ReplayedDay;
    const readings = readingsAt(rule, series, at);
    judged += readings.filter((reading) => judgeReading(rule, reading) !== 'unknown').length;
    const { begun, ended } = planFirings(asked, { now: 0, open: notBack(open), readings, empty });
    for (const { value, figure, n } of begun) {
      if (figure !== null) open.set(value, { value, began: day, ended: null, figure, n });
    }
    for (const { reading } of ended) {
      const firing = open.get(reading.value);
      if (firing !== undefined) all.push({ ...firing, ended: day });
      open.delete(reading.value);
    }
  }
  const firings = [...all, ...open.values()].sort((a, b) => (a.began < b.began ? -1 : a.began > b.began ? 1 : 0));
  return { firings, judged };
}

const notBack = (open: ReadonlyMap<string, unknown>): OpenFirings =>
  new Map([...open.keys()].map((key) => [key, null]));

function readingsAt({ by, condition }: AlertRule, series: readonly ReplayedDay[], at: number): AlertReading[] {
  const { figures } = series[at] as ReplayedDay;
  const values = by === null ? [wholeWorkspace] : [...figures.keys()];
  return values.map((value) => {
    const { figure, n } = figures.get(value) ?? { figure: null, n: 0 };
    const weeks = Array.from({ length: weeksCompared }, (_, week) => series[at - 7 * (week + 1)]);
    const earlier = weeks.map((found) => found?.figures.get(value)?.figure ?? null);
    return { value, figure, n, usual: condition.kind === 'unusual' ? usualBand(earlier, condition.width) : null };
  });
}
