/** What people call a unit, in English and French, and its seconds; a day is as long as the calendar says. */
const units: readonly (readonly [RegExp, number | 'day'])[] = [
  [/^(s|sec|secs|seconde?s?|seconds?)$/, 1],
  [/^(m|mn|min|mins|minutes?)$/, 60],
  [/^(h|hr|hrs|hours?|heures?)$/, 3600],
  [/^(d|days?|j|jours?)$/, 'day'],
];

/** A duration that was typed, in whole seconds, or why it is none: not understood, or in days that differ in length. */
export type TypedDuration = { readonly seconds: number } | { readonly problem: 'unclear' | 'days-differ' };

const part = /(\d+(?:[.,]\d+)?)\s*([a-z]+)?\s*/gy;

function unitOf(word: string | undefined, last: number | 'day' | null): number | 'day' | null {
  if (word === undefined) return last === 3600 ? 60 : null;
  return units.find(([form]) => form.test(word))?.[1] ?? null;
}

/**
 * Reads a duration as people type it: `4 h`, `2 j`, `30 min`, `1 h 30`, `1.5 h`. A day has `daySeconds`, null where the days of
 * the calendar differ in length. A bare number means minutes, and only behind hours.
 */
export function parseDuration(text: string, daySeconds: number | null): TypedDuration {
  const given = text
    .toLowerCase()
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .trim();
  let seconds = 0;
  let at = 0;
  let last: number | 'day' | null = null;
  part.lastIndex = 0;
  for (let found = part.exec(given); found !== null; found = part.exec(given)) {
    at = part.lastIndex;
    const [, number = '', word] = found;
    const unit = unitOf(word, last);
    if (unit === null) return { problem: 'unclear' };
    if (unit === 'day' && daySeconds === null) return { problem: 'days-differ' };
    seconds += Number(number.replace(',', '.')) * (unit === 'day' ? (daySeconds as number) : unit);
    last = unit;
  }
  if (given === '' || at < given.length || !Number.isSafeInteger(Math.round(seconds))) return { problem: 'unclear' };
  return { seconds: Math.round(seconds) };
}

/** The shortest text that `parseDuration` reads as these seconds, in hours, minutes and seconds: `48 h`, `1 h 30 min`. */
export function writeDuration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ] as const;
  const told = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n}\u00a0${unit}`);
  return told.length === 0 ? '0\u00a0s' : told.join(' ');
}
