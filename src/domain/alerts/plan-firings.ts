import type { AlertReading, AlertRule } from './alert.ts';
import { judgeReading } from './judge-reading.ts';

/** Why a firing ended: its figure is back, there is no figure any more, or the alert itself was changed. */
export type FiringEnd = 'back' | 'no-data' | 'changed';

export interface PlannedFirings {
  /** Crossed now, and were not before. */
  readonly begun: readonly AlertReading[];
  /** Were open, and are over. */
  readonly ended: readonly { readonly reading: AlertReading; readonly end: Exclude<FiringEnd, 'changed'> }[];
}

/**
 * What begins and what ends by the readings of one check, given the values whose firings are open. A value of too few rows
 * neither begins nor ends. One that is open and not read any more has the figure `empty`: 0 of what is counted, else null,
 * which ends it without saying that it is back.
 */
export function planFirings(
  rule: AlertRule,
  open: ReadonlySet<string>,
  readings: readonly AlertReading[],
  empty: 0 | null,
): PlannedFirings {
  const read = new Set(readings.map(({ value }) => value));
  const vanished = [...open]
    .filter((value) => !read.has(value))
    .map((value): AlertReading => ({ value, figure: empty, n: 0, usual: null }));
  const begun: AlertReading[] = [];
  const ended: PlannedFirings['ended'][number][] = [];
  for (const reading of [...readings, ...vanished]) {
    const judgement = judgeReading(rule, reading);
    if (!open.has(reading.value)) {
      if (judgement === 'beyond') begun.push(reading);
    } else if (reading.figure === null) {
      ended.push({ reading, end: 'no-data' });
    } else if (judgement === 'within') {
      ended.push({ reading, end: 'back' });
    }
  }
  return { begun, ended };
}
