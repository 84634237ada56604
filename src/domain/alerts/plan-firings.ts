import type { AlertReading, AlertRule } from './alert.ts';
import { judgeReading } from './judge-reading.ts';

const minuteMs = 60_000;

/** Why a firing ended: its figure is back, there is no figure any more, or the alert itself was changed. */
export type FiringEnd = 'back' | 'no-data' | 'changed';

export interface PlannedFirings {
  /** Crossed now, and were not before. */
  readonly begun: readonly AlertReading[];
  /** Were open, and are over. */
  readonly ended: readonly { readonly reading: AlertReading; readonly end: Exclude<FiringEnd, 'changed'> }[];
  /** Open still, though their figures came back at this look. */
  readonly returned: readonly string[];
  /** Were about to end, and are beyond again. */
  readonly relapsed: readonly string[];
}

/** The firings that are open, by value: since when their figures are back, epoch ms; null: they are not. */
export type OpenFirings = ReadonlyMap<string, number | null>;

interface Look {
  /** Epoch ms. */
  readonly now: number;
  readonly open: OpenFirings;
  readonly readings: readonly AlertReading[];
  /** The figure of a value that is open and not read any more: 0 of what is counted, else null. */
  readonly empty: 0 | null;
}

/**
 * What begins and what ends by the readings of one check. A value of too few rows neither begins nor ends. One without a
 * figure ends without being said to be back.
 */
export function planFirings(rule: AlertRule, { now, open, readings, empty }: Look): PlannedFirings {
  const read = new Set(readings.map(({ value }) => value));
  const vanished = [...open.keys()]
    .filter((value) => !read.has(value))
    .map((value): AlertReading => ({ value, figure: empty, n: 0, usual: null }));
  const begun: AlertReading[] = [];
  const ended: PlannedFirings['ended'][number][] = [];
  const returned: string[] = [];
  const relapsed: string[] = [];
  for (const reading of [...readings, ...vanished]) {
    const { value, figure } = reading;
    const judgement = judgeReading(rule, reading);
    const backSince = open.get(value);
    if (backSince === undefined) {
      if (judgement === 'beyond') begun.push(reading);
    } else if (judgement === 'beyond') {
      if (backSince !== null) relapsed.push(value);
    } else if (figure === null || judgement === 'within') {
      const isOver = now - (backSince ?? now) >= rule.keepFiringMinutes * minuteMs;
      if (isOver) ended.push({ reading, end: figure === null ? 'no-data' : 'back' });
      else if (backSince === null) returned.push(value);
    }
  }
  return { begun, ended, returned, relapsed };
}
