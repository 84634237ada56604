import { VigieError } from '../error.ts';
import { blockHeads } from './block-heads.ts';

/** One stretch of time during which a zone keeps the same offset: `[fromMs, toMs)`. */
export interface OffsetSpan {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/** Wider than the instants calendars answer for, by the horizon of 50 years and a margin on each side. */
export const tableFrom = Date.UTC(1840, 0, 1);
export const tableTo = Date.UTC(2260, 0, 1);
const blockWidth = 2 ** 33;

/** Every offset of one zone from 1840 to 2260; the first and last hold on outside. */
export class ZoneTable {
  readonly #starts: Float64Array;
  readonly #offsets: Float64Array;
  readonly #heads: Int32Array;
  readonly size: number;

  constructor(starts: readonly number[], offsets: readonly number[]) {
    this.size = starts.length;
    this.#starts = Float64Array.from([...starts, Number.POSITIVE_INFINITY]);
    this.#offsets = Float64Array.from(offsets);
    this.#heads = blockHeads(this.#starts, tableFrom, tableTo, blockWidth);
  }

  /** Position of the span that holds `atMs`. */
  positionAt(atMs: number): number {
    const within = Math.min(Math.max(atMs, tableFrom), tableTo);
    let position = this.#heads[Math.floor((within - tableFrom) / blockWidth)] as number;
    while ((this.#starts[position + 1] as number) <= atMs) position++;
    return position;
  }

  offsetAt(atMs: number): number {
    return this.#offsets[this.positionAt(atMs)] as number;
  }

  span(position: number): OffsetSpan {
    return {
      fromMs: position === 0 ? Number.NEGATIVE_INFINITY : (this.#starts[position] as number),
      toMs: this.#starts[position + 1] as number,
      offsetMs: this.#offsets[position] as number,
    };
  }
}

const tables = new Map<string, ZoneTable>();

function buildTable(timeZone: string): ZoneTable {
  let at: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(tableFrom).toZonedDateTimeISO(timeZone);
  const starts: number[] = [];
  const offsets: number[] = [];
  while (at !== null && at.epochMilliseconds < tableTo) {
    starts.push(at.epochMilliseconds);
    offsets.push(at.offsetNanoseconds / 1e6);
    at = at.getTimeZoneTransition('next');
  }
  return new ZoneTable(starts, offsets);
}

/** The table of an IANA zone, built once; throws `zone.unknown`. */
export function getZoneTable(timeZone: string): ZoneTable {
  const known = tables.get(timeZone);
  if (known !== undefined) return known;
  if (!/^[A-Za-z]/.test(timeZone)) throw new VigieError('zone.unknown', { zone: timeZone });
  try {
    const table = buildTable(timeZone);
    tables.set(timeZone, table);
    return table;
  } catch (cause) {
    throw new VigieError('zone.unknown', { zone: timeZone }, { cause });
  }
}
