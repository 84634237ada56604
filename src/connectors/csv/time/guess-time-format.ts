import { compileTimeFormat } from './compile-time-format.ts';

const dates = [
  'dd/MM/yyyy',
  'MM/dd/yyyy',
  'yyyy/MM/dd',
  'dd.MM.yyyy',
  'dd-MM-yyyy',
  'MM-dd-yyyy',
  'dd/MM/yy',
  'MM/dd/yy',
  'd MMM yyyy',
  'MMM d, yyyy',
  'd-MMM-yyyy',
  'd-MMM-yy',
  'd/MMM/yyyy',
  'd/MMM/yy',
  'EEE d MMM yyyy',
];
const times = [
  '',
  ' HH:mm',
  ' HH:mm:ss.SSS',
  ' hh:mm a',
  ' hh:mm:ss a',
  ', HH:mm',
  ', hh:mm a',
  " 'à' HH:mm",
  " HH'h'mm",
];

const formats = [
  'iso',
  'epoch',
  'yyyyMMddHHmmss',
  ...times.flatMap((time) => dates.map((date) => date + time)),
  ...dates.map((date) => `${date} HH:mm:ss.SSSXXX`),
];

/** The same with day and month exchanged, where that is a format too. */
function swapDayAndMonth(format: string): string {
  return format.startsWith('dd') ? format.replace('dd', '?').replace('MM', 'dd').replace('?', 'MM') : format;
}

export interface GuessedTimeFormat {
  readonly format: string;
  /** No sample tells day from month. */
  readonly ambiguous: boolean;
}

/** Cells looked at once some of them are no times at all. */
const tolerantSample = 200;

/**
 * The first common form that reads every sample as an existing time; else, since a file may have broken rows, the one
 * that reads most of them, if it reads more than half. With `surelyTimes` one cell is enough: the column is known to hold
 * times. Null when there is none. Where day and month could be either, the day comes first, unless the hours are written
 * with AM and PM.
 */
export function guessTimeFormat(samples: readonly string[], surelyTimes = false): GuessedTimeFormat | null {
  const texts = [...new Set(samples)];
  if (texts.length === 0) return null;
  const few = samples.slice(0, tolerantSample);
  const readsAll = (format: string): boolean => {
    const parse = compileTimeFormat(format, 'UTC');
    return texts.every((text) => Number.isFinite(parse(text)));
  };
  const countRead = (format: string): number => {
    const parse = compileTimeFormat(format, 'UTC');
    return few.filter((text) => Number.isFinite(parse(text))).length;
  };
  const strict = formats.find(readsAll);
  const format = strict ?? mostRead(countRead, surelyTimes ? 0 : few.length / 2);
  if (format === null) return null;
  const swapped = swapDayAndMonth(format);
  const ambiguous =
    swapped !== format && (strict === undefined ? countRead(swapped) === countRead(format) : readsAll(swapped));
  return { format: ambiguous && format.includes('a') ? swapped : format, ambiguous };
}

function mostRead(countRead: (format: string) => number, atMost: number): string | null {
  let best: string | null = null;
  let most = atMost;
  for (const format of formats) {
    const count = countRead(format);
    if (count <= most) continue;
    best = format;
    most = count;
  }
  return best;
}
