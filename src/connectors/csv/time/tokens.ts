import type { Reading } from './reading.ts';

/** Reads from a position into the reading; gives the next position, or −1 when the text does not fit. */
export type Step = (text: string, at: number, reading: Reading) => number;

type NumberField = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

function digitAt(text: string, at: number): number {
  const digit = text.charCodeAt(at) - 48;
  return digit >= 0 && digit <= 9 ? digit : -1;
}

/** A number of `least` to `most` digits. */
export function numberStep(field: NumberField, least: number, most: number): Step {
  return (text, from, reading) => {
    let value = 0;
    let at = from;
    for (; at < from + most; at++) {
      const digit = digitAt(text, at);
      if (digit < 0) break;
      value = value * 10 + digit;
    }
    if (at - from < least) return -1;
    reading[field] = value;
    return at;
  };
}

/** Two digits of a year: 70 to 99 are of the last century. */
export const shortYearStep: Step = (text, from, reading) => {
  const [tens, ones] = [digitAt(text, from), digitAt(text, from + 1)];
  if (tens < 0 || ones < 0) return -1;
  const year = tens * 10 + ones;
  reading.year = year < 70 ? 2000 + year : 1900 + year;
  return from + 2;
};

/** Digits of a second's fraction; what lies below a millisecond is cut. With a separator the fraction may be missing. */
export function fractionStep(separator: string): Step {
  return (text, from, reading) => {
    let at = from;
    if (separator !== '') {
      const char = text[from];
      if (char !== '.' && char !== ',' && char !== separator) return from;
      at++;
    }
    const start = at;
    let value = 0;
    for (let digit = digitAt(text, at); digit >= 0; digit = digitAt(text, ++at)) {
      if (at < start + 3) value = value * 10 + digit;
    }
    if (at === start) return -1;
    for (let digits = at - start; digits < 3; digits++) value *= 10;
    reading.millisecond = value;
    return at;
  };
}

export function literalStep(literal: string): Step {
  if (literal === ' ') {
    return (text, at) => {
      const code = text.charCodeAt(at);
      return code === 32 || code === 160 || code === 0x202f ? at + 1 : -1;
    };
  }
  return (text, at) => (text.startsWith(literal, at) ? at + literal.length : -1);
}

/** `Z`, `+02`, `+0200`, `+02:00`; with `optional` the offset may be missing. */
export function offsetStep(optional: boolean): Step {
  return (text, from, reading) => {
    const sign = text[from];
    if (sign === 'Z' || sign === 'z') {
      reading.offset = 0;
      return from + 1;
    }
    if (sign !== '+' && sign !== '-') return optional ? from : -1;
    const match = /^(\d{2})(?::?([0-5]\d))?/.exec(text.slice(from + 1, from + 6));
    if (match === null) return -1;
    const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
    if (minutes > 18 * 60) return -1;
    reading.offset = sign === '-' ? -minutes : minutes;
    return from + 1 + match[0].length;
  };
}

/** AM and PM in the ways they are written. */
export const halfDayStep: Step = (text, from, reading) => {
  const match = /^([ap])\.?m?\.?/i.exec(text.slice(from, from + 4));
  if (match === null) return -1;
  reading.halfDay = match[1]?.toLowerCase() === 'p' ? 12 : 0;
  return from + match[0].length;
};

const monthStarts: readonly [string, number][] = [
  ['juin', 6],
  ['juil', 7],
  ...['jan', 'fev', 'mar', 'avr', 'mai', 'jun', 'jul', 'aou', 'sep', 'oct', 'nov', 'dec'].map(
    (start, i): [string, number] => [start, i + 1],
  ),
  ...['feb', 'apr', 'may', 'aug'].map((start, i): [string, number] => [start, [2, 4, 5, 8][i] as number]),
];

const letters = /^\p{L}+\.?/u;

/** A month's name, short or long, French or English, with or without accents and a full stop. */
export const monthNameStep: Step = (text, from, reading) => {
  const word = letters.exec(text.slice(from, from + 12))?.[0];
  if (word === undefined) return -1;
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const found = monthStarts.find(([start]) => plain.startsWith(start));
  if (found === undefined) return -1;
  reading.month = found[1];
  return from + word.length;
};

/** A weekday's name tells nothing new. */
export const weekdayStep: Step = (text, from) => {
  const word = letters.exec(text.slice(from, from + 12))?.[0];
  return word === undefined ? -1 : from + word.length;
};
