const zero = 48;
const nine = 57;

/** Days of a common year before the first of each month. */
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Two digits as a number, or NaN. */
function two(text: string, at: number): number {
  const tens = text.charCodeAt(at) - zero;
  const ones = text.charCodeAt(at + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Epoch day of a date of the years 0000 to 9999, or NaN when there is no such date. */
function epochDay(year: number, month: number, day: number): number {
  if (!(month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  const leap = isLeap(year);
  const length = month === 2 && leap ? 29 : (daysInMonth[month - 1] as number);
  if (day > length) return Number.NaN;
  const past = year - 1;
  const leapDays = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const dayOfYear = (daysBeforeMonth[month - 1] as number) + (month > 2 && leap ? 1 : 0) + day - 1;
  return past * 365 + leapDays + dayOfYear - 719_162;
}

/** Milliseconds east of UTC of `Z`, `±HH`, `±HHMM` or `±HH:MM` at the end of the text, or NaN. */
function offsetMs(text: string, at: number): number {
  const sign = text.charCodeAt(at);
  const left = text.length - at;
  if (sign === 90 || sign === 122) return left === 1 ? 0 : Number.NaN; // Z, z
  if (sign !== 43 && sign !== 45) return Number.NaN; // +, -
  const colon = text.charCodeAt(at + 3) === 58;
  if (left !== 3 && left !== (colon ? 6 : 5)) return Number.NaN;
  const hours = two(text, at + 1);
  const minutes = left === 3 ? 0 : two(text, at + (colon ? 4 : 3));
  if (!(hours <= 23 && minutes <= 59)) return Number.NaN;
  const ms = (hours * 60 + minutes) * 60_000;
  return sign === 45 ? -ms : ms;
}

/**
 * Epoch ms of an ISO 8601 text with an offset or `Z` (`2026-11-02T09:14:05.250+01:00`; seconds may be left out), cut to
 * the millisecond; null when it is not one: without offset, of an impossible date, at 24:00 or at second 60. Written out
 * because every event of an import passes here.
 */
export function parseInstant(text: string): number | null {
  const year = two(text, 0) * 100 + two(text, 2);
  const day = epochDay(year, two(text, 5), two(text, 8));
  const separator = text.charCodeAt(10);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return null;
  if ((separator !== 84 && separator !== 116 && separator !== 32) || text.charCodeAt(13) !== 58) return null;
  const hours = two(text, 11);
  const minutes = two(text, 14);
  if (!(hours <= 23 && minutes <= 59)) return null;
  let at = 16;
  let ms = 0;
  if (text.charCodeAt(16) === 58) {
    const seconds = two(text, 17);
    if (!(seconds <= 59)) return null;
    ms = seconds * 1000;
    at = 19;
    const mark = text.charCodeAt(19);
    if (mark === 46 || mark === 44) {
      let unit = 100;
      let code = text.charCodeAt(++at);
      if (!(code >= zero && code <= nine)) return null;
      for (; code >= zero && code <= nine; code = text.charCodeAt(++at)) {
        ms += (code - zero) * unit;
        unit = unit > 1 ? unit / 10 : 0;
      }
    }
  }
  const instant = day * 86_400_000 + (hours * 60 + minutes) * 60_000 + ms - offsetMs(text, at);
  return Number.isNaN(instant) ? null : instant;
}
