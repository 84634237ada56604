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

/**
 * The first common form that reads every sample as an existing time; null when there is none. Where day and month could
 * be either, the day comes first, unless the hours are written with AM and PM.
 */
export function guessTimeFormat(samples: readonly string[]): GuessedTimeFormat | null {
  const texts = [...new Set(samples)];
  if (texts.length === 0) return null;
  const reads = (format: string): boolean => {
    const parse = compileTimeFormat(format, 'UTC');
    return texts.every((text) => Number.isFinite(parse(text)));
  };
  const format = formats.find(reads);
  if (format === undefined) return null;
  const swapped = swapDayAndMonth(format);
  const ambiguous = swapped !== format && reads(swapped);
  return { format: ambiguous && format.includes('a') ? swapped : format, ambiguous };
}
