import { createLocalClock } from './local-clock.ts';
import { clearReading, createReading, instantOf } from './reading.ts';
import {
  fractionStep,
  halfDayStep,
  literalStep,
  monthNameStep,
  numberStep,
  offsetStep,
  type Step,
  shortYearStep,
  weekdayStep,
} from './tokens.ts';

/** What a time parser answers instead of an instant. */
export const notThisForm = Number.NEGATIVE_INFINITY;
export const noSuchTime = Number.NaN;

/** Epoch ms of a text, `notThisForm` or `noSuchTime`. */
export type TimeParser = (text: string) => number;

/** Why a time format is refused, in English and French. */
export class TimeFormatError extends Error {}

interface Token {
  readonly letter: string;
  readonly length: number;
  readonly literal: string;
}

function tokenise(format: string): Token[] {
  const tokens: Token[] = [];
  for (const match of format.matchAll(/'((?:[^']|'')*)'|([A-Za-z])\2*|([^A-Za-z'])|'/g)) {
    const [whole, quoted, letter, other] = match;
    if (letter !== undefined) tokens.push({ letter, length: whole.length, literal: '' });
    else if (other !== undefined) tokens.push({ letter: '', length: 1, literal: other });
    else if (quoted === undefined) throw new TimeFormatError("' is not closed");
    else tokens.push({ letter: '', length: 1, literal: quoted === '' ? "'" : quoted.replaceAll("''", "'") });
  }
  return tokens;
}

const hints: Readonly<Record<string, string>> = {
  Y: 'Y → y',
  D: 'D → d',
  n: 'n → m',
  i: 'i → m',
  A: 'A → a',
};

function stepOf(token: Token, isTight: boolean, before: Token | undefined): Step {
  const { letter, length } = token;
  // Where a number stands alone its leading zero may be missing, as spreadsheets write it.
  const least = isTight ? Math.min(length, 2) : 1;
  const most = isTight ? Math.min(length, 2) : 2;
  if (letter === '') return literalStep(token.literal);
  if (letter === 'y') return length === 2 ? shortYearStep : numberStep('year', 4, 4);
  if (letter === 'M') return length > 2 ? monthNameStep : numberStep('month', least, most);
  if (letter === 'd') return numberStep('day', least, most);
  if (letter === 'H' || letter === 'h') return numberStep('hour', least, most);
  if (letter === 'm') return numberStep('minute', least, most);
  if (letter === 's') return numberStep('second', least, most);
  if (letter === 'S') return fractionStep(before?.literal === '.' || before?.literal === ',' ? before.literal : '');
  if (letter === 'a') return halfDayStep;
  if (letter === 'E') return weekdayStep;
  if (letter === 'X' || letter === 'x' || letter === 'Z') return offsetStep(false);
  throw new TimeFormatError(hints[letter] ?? `${letter} ?`);
}

function checkTokens(tokens: readonly Token[]): void {
  const seen = new Set<string>();
  for (const { letter } of tokens) {
    if (letter === '') continue;
    const part = letter === 'h' ? 'H' : letter;
    if (seen.has(part)) throw new TimeFormatError(`${letter} … ${letter}`);
    seen.add(part);
  }
  for (const part of ['y', 'M', 'd']) if (!seen.has(part)) throw new TimeFormatError(`${part} ?`);
  const order = [...seen];
  // In `dd/mm/yyyy HH:MM` months and minutes have changed places.
  if (seen.has('m') && order.indexOf('m') < order.indexOf('H')) throw new TimeFormatError('m ↔ M');
  if (seen.has('m') && !seen.has('H')) throw new TimeFormatError('H ?');
  const hasHalfDay = seen.has('a');
  if (tokens.some(({ letter }) => letter === 'h') !== hasHalfDay)
    throw new TimeFormatError(hasHalfDay ? 'H → h' : 'h → H');
}

function compileSteps(format: string): Step[] {
  const tokens = tokenise(format);
  const steps: Step[] = [];
  tokens.forEach((token, i) => {
    const after = tokens[i + 1];
    if (after?.letter === 'S' && (token.literal === '.' || token.literal === ',')) return;
    const isTight = isNumeric(after) || isNumeric(tokens[i - 1]);
    steps.push(stepOf(token, isTight, tokens[i - 1]));
  });
  checkTokens(tokens);
  return steps;
}

function isNumeric(token: Token | undefined): boolean {
  return token !== undefined && 'yMdHhmsS'.includes(token.letter || '-') && !(token.letter === 'M' && token.length > 2);
}

const isoTime: Step = (text, at, reading) => {
  if (at === text.length) return at;
  const separator = text[at];
  if (separator !== 'T' && separator !== ' ' && separator !== 't') return -1;
  let next = hour(text, at + 1, reading);
  if (next < 0 || text[next] !== ':') return -1;
  next = minute(text, next + 1, reading);
  if (next < 0) return -1;
  if (text[next] === ':') {
    next = second(text, next + 1, reading);
    if (next >= 0) next = fraction(text, next, reading);
    if (next < 0) return -1;
  }
  if (text[next] === ' ') next++;
  return offset(text, next, reading);
};

const hour = numberStep('hour', 2, 2);
const minute = numberStep('minute', 2, 2);
const second = numberStep('second', 2, 2);
const fraction = fractionStep('.');
const offset = offsetStep(true);

const isoSteps: readonly Step[] = [
  numberStep('year', 4, 4),
  literalStep('-'),
  numberStep('month', 2, 2),
  literalStep('-'),
  numberStep('day', 2, 2),
  isoTime,
];

/** Seconds or milliseconds since 1970, told by their size: as seconds, 10¹¹ would be the year 5138. */
const parseEpoch: TimeParser = (text) => {
  if (!/^-?\d{1,15}(\.\d+)?$/.test(text)) return notThisForm;
  const value = Number(text);
  return Math.floor(Math.abs(value) < 1e11 ? value * 1000 : value);
};

/**
 * Compiles a time format (`iso`, `epoch`, or Unicode date tokens such as `dd/MM/yyyy HH:mm`) into a parser. Texts without an
 * offset are local times of `timeZone`. Throws `TimeFormatError` on a format that means nothing.
 */
export function compileTimeFormat(format: string, timeZone: string): TimeParser {
  if (format === 'epoch') return parseEpoch;
  const steps = format === 'iso' ? isoSteps : compileSteps(format);
  const localClock = createLocalClock(timeZone);
  const reading = createReading();
  let lastText = '';
  let lastAnswer = notThisForm;
  return (text) => {
    if (text === lastText) return lastAnswer;
    clearReading(reading);
    let at = 0;
    for (const step of steps) {
      at = step(text, at, reading);
      if (at < 0) break;
    }
    lastText = text;
    lastAnswer = at === text.length ? instantOf(reading, localClock) : notThisForm;
    return lastAnswer;
  };
}
