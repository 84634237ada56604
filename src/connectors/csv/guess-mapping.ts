import { parseNumber } from './cell.ts';
import { headerWords } from './guess/header-words.ts';
import { guessStatus } from './guess/status-words.ts';
import { plainWords } from './guess/words.ts';
import { findTargetKind, neededTargets, type Shape } from './targets.ts';
import { guessTimeFormat } from './time/guess-time-format.ts';

/** The beginning of a table. */
export interface TableSample {
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
}

/** A mapping as people write it, without what can be left out. */
export interface MappingDraft {
  readonly shape: Shape;
  readonly timeZone: string;
  readonly timeFormat?: string;
  readonly missing: readonly string[];
  readonly columns: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly delimiter: string;
}

/** A guess that awaits confirmation. */
export interface GuessedMapping {
  readonly mapping: MappingDraft;
  /** By column, from 0 to 1; columns that nothing was guessed for are absent. */
  readonly confidence: Readonly<Record<string, number>>;
  readonly unknownColumns: readonly string[];
  /** Words of the status column that mean nothing to us; they would change nothing. */
  readonly unknownStatuses: readonly string[];
  /** Targets that the shape needs and no column seems to give: the mapping cannot be used before they are set. */
  readonly missingTargets: readonly string[];
  /** No date in the sample tells day from month. */
  readonly ambiguousDates: boolean;
  readonly header: readonly string[];
  readonly preview: readonly (readonly string[])[];
}

const placeholders = [
  '?',
  '-',
  '--',
  'n/a',
  'N/A',
  'NULL',
  'null',
  'None',
  'nan',
  'NaN',
  '(vide)',
  '(empty)',
  'MISSING',
];
const previewRows = 5;

interface Candidate {
  readonly column: number;
  readonly target: string;
  readonly score: number;
}

/** How well a header fits a target's words: all of it, or among other words. */
function scoreHeader(header: string, target: string): number {
  const words = (headerWords[target] ?? '').split('|');
  const exact = words.indexOf(header);
  if (exact >= 0) return 1 - Math.min(exact, 20) * 0.01;
  const inside = words.findIndex((word) => word.length > 3 && ` ${header} `.includes(` ${word} `));
  return inside < 0 ? 0 : 0.6 - Math.min(inside, 20) * 0.01;
}

class SampleColumns {
  readonly missing: readonly string[];
  readonly #sample: TableSample;

  constructor(sample: TableSample) {
    this.#sample = sample;
    const seen = new Set(sample.rows.flatMap((row) => row.map((cell) => cell.trim())));
    this.missing = ['', ...placeholders.filter((word) => seen.has(word))];
  }

  texts(column: number): string[] {
    const texts = this.#sample.rows.map((row) => (row[column] ?? '').trim());
    return texts.filter((text) => !this.missing.includes(text));
  }

  /** Whether the cells can be what the target needs. An empty column may be anything its header says. */
  fits(column: number, shape: Shape, target: string): boolean {
    const kind = findTargetKind(shape, target);
    const texts = this.texts(column);
    if (kind === 'instant') return texts.length === 0 || guessTimeFormat(texts) !== null;
    if (kind === 'number') return texts.every((text) => parseNumber(text) !== null);
    if (kind !== 'key' && kind !== null && texts.length > 0)
      return !texts.every((text) => /\d[T ]\d\d:\d\d/.test(text));
    return true;
  }
}

function chooseTargets(sample: TableSample, columns: SampleColumns, shape: Shape): Candidate[] {
  const headers = sample.header.map(plainWords);
  const candidates = Object.keys(headerWords)
    .filter((target) => findTargetKind(shape, target) !== null)
    .flatMap((target) => headers.map((header, column) => ({ column, target, score: scoreHeader(header, target) })))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const chosen: Candidate[] = [];
  for (const candidate of candidates) {
    const taken = chosen.some(({ column, target }) => column === candidate.column || target === candidate.target);
    if (!taken && columns.fits(candidate.column, shape, candidate.target)) chosen.push(candidate);
  }
  return chosen;
}

/** One row per ticket if no ticket stands twice in the sample; else one row per change. */
function guessShape(sample: TableSample, columns: SampleColumns): Shape {
  const asHistory = chooseTargets(sample, columns, 'history');
  const ticket = asHistory.find(({ target }) => target === 'ticket');
  if (ticket === undefined || !asHistory.some(({ target }) => target === 'time')) return 'tickets';
  const keys = columns.texts(ticket.column);
  return new Set(keys).size < keys.length ? 'history' : 'tickets';
}

function guessTimes(columns: SampleColumns, chosen: readonly Candidate[], shape: Shape) {
  const guesses = chosen
    .filter(({ target }) => findTargetKind(shape, target) === 'instant')
    .map(({ column }) => guessTimeFormat(columns.texts(column)))
    .filter((guess) => guess !== null);
  const formats = new Set(guesses.map(({ format }) => format));
  const [only] = formats;
  const ambiguous = guesses.length > 0 && guesses.every((guess) => guess.ambiguous);
  return { timeFormat: formats.size === 1 ? only : undefined, ambiguous };
}

function guessStatuses(columns: SampleColumns, chosen: readonly Candidate[]) {
  const status = chosen.find(({ target }) => target === 'status');
  const words = status === undefined ? [] : [...new Set(columns.texts(status.column))].sort();
  const known = words.map((word) => [word, guessStatus(word)] as const);
  const values = known.filter((pair): pair is readonly [string, string] => pair[1] !== null);
  const unknown = known.filter(([, ours]) => ours === null).map(([word]) => word);
  return { values: Object.fromEntries(values), unknown };
}

/**
 * Guesses what the columns of a table mean, from French or English headers and from the cells of its first rows: shape,
 * targets, form of the times, statuses. To be shown to a person before it is used.
 */
export function guessMapping(sample: TableSample, options: { timeZone?: string } = {}): GuessedMapping {
  const columns = new SampleColumns(sample);
  const shape = guessShape(sample, columns);
  const chosen = chooseTargets(sample, columns, shape);
  const nameOf = (candidate: Candidate): string => sample.header[candidate.column] as string;
  const times = guessTimes(columns, chosen, shape);
  const statuses = guessStatuses(columns, chosen);
  const mapped = new Set(chosen.map(({ column }) => column));
  const targets = new Set(chosen.map(({ target }) => target));
  return {
    mapping: {
      shape,
      timeZone: options.timeZone ?? 'UTC',
      ...(times.timeFormat !== undefined && { timeFormat: times.timeFormat }),
      missing: columns.missing,
      columns: Object.fromEntries(chosen.map((candidate) => [nameOf(candidate), candidate.target])),
      values: targets.has('status') ? { status: statuses.values } : {},
      delimiter: sample.delimiter,
    },
    confidence: Object.fromEntries(chosen.map((candidate) => [nameOf(candidate), candidate.score])),
    unknownColumns: sample.header.filter((_, column) => !mapped.has(column)),
    unknownStatuses: statuses.unknown,
    missingTargets: neededTargets[shape].filter((target) => !targets.has(target)),
    ambiguousDates: times.ambiguous,
    header: sample.header,
    preview: sample.rows.slice(0, previewRows),
  };
}
