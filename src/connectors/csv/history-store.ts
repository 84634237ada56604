import type { Rejected } from '../file/batch.ts';
import { type BoundColumn, type RowPlace, readInstant, rejectRow } from './bind-columns.ts';
import { parseNumber } from './cell.ts';
import { badCode, Dictionary, IntColumn, NumberColumn } from './column-store.ts';

/** What a mapped column said in each row, as codes of its dictionary. */
export interface StateColumn {
  readonly target: string;
  readonly bound: BoundColumn;
  readonly dictionary: Dictionary;
  readonly codes: IntColumn;
}

function findBound(columns: readonly BoundColumn[], target: string): BoundColumn | null {
  return columns.find((column) => column.target === target) ?? null;
}

const placing = new Set(['ticket', 'time', 'sequence', 'createdAt']);

/**
 * All rows of a history, held by column as codes until the file ends: only then is it known that no row of a ticket is
 * still to come, wherever a file has scattered them. It takes 12 bytes a row, 8 more with a sequence and 4 a mapped
 * column, and each distinct text once; 8 M rows of ten columns are about 450 MB.
 */
export class HistoryStore {
  readonly keys: string[] = [];
  readonly ticketOf = new IntColumn();
  readonly at = new NumberColumn();
  /** Of the `sequence` column; empty where none is mapped. */
  readonly sequence = new NumberColumn();
  /** By ticket; NaN where no row told it. */
  readonly createdAt = new NumberColumn();
  readonly states: readonly StateColumn[];
  readonly hasSequence: boolean;
  readonly #tickets = new Map<string, number>();
  readonly #ticket: BoundColumn;
  readonly #time: BoundColumn;
  readonly #sequence: BoundColumn | null;
  readonly #created: BoundColumn | null;

  constructor(columns: readonly BoundColumn[]) {
    this.#ticket = findBound(columns, 'ticket') as BoundColumn;
    this.#time = findBound(columns, 'time') as BoundColumn;
    this.#sequence = findBound(columns, 'sequence');
    this.#created = findBound(columns, 'createdAt');
    this.hasSequence = this.#sequence !== null;
    this.states = columns
      .filter(({ target }) => !placing.has(target))
      .map((bound) => ({
        target: bound.target,
        bound,
        dictionary: new Dictionary(bound.read, bound.kind === 'status'),
        codes: new IntColumn(),
      }));
  }

  get rows(): number {
    return this.at.length;
  }

  /** Takes a row, or says why not. */
  add(place: RowPlace): Rejected | null {
    const key = this.#ticket.read(place.cells[this.#ticket.index] as string);
    if (typeof key !== 'string') return rejectRow(place, 'import.value-missing', this.#ticket);
    const at = readInstant(this.#time, place);
    if (at === null) return rejectRow(place, 'import.value-missing', this.#time);
    if (typeof at !== 'number') return at;
    const created = this.#created === null ? null : readInstant(this.#created, place);
    if (created !== null && typeof created !== 'number') return created;
    const sequence = this.#readSequence(place);
    if (typeof sequence !== 'number') return sequence;
    const bad = this.#addStates(place);
    if (bad !== null) return bad;
    const ticket = this.#ticketCode(key);
    this.ticketOf.push(ticket);
    this.at.push(at);
    if (this.hasSequence) this.sequence.push(sequence);
    if (created !== null && !(this.createdAt.at(ticket) <= created)) this.createdAt.set(ticket, created);
    return null;
  }

  #readSequence(place: RowPlace): number | Rejected {
    if (this.#sequence === null) return 0;
    const text = (place.cells[this.#sequence.index] as string).trim();
    const sequence = parseNumber(text);
    if (sequence !== null && Number.isSafeInteger(sequence)) return sequence;
    return rejectRow(place, text === '' ? 'import.value-missing' : 'import.bad-number', this.#sequence);
  }

  #addStates(place: RowPlace): Rejected | null {
    for (const state of this.states) {
      const code = state.dictionary.encode(place.cells[state.bound.index] as string);
      if (code === badCode) {
        for (const { codes } of this.states) codes.length = this.rows;
        return rejectRow(place, 'import.bad-number', state.bound);
      }
      state.codes.push(code);
    }
    return null;
  }

  #ticketCode(key: string): number {
    const known = this.#tickets.get(key);
    if (known !== undefined) return known;
    const code = this.keys.length;
    const own = key.length < 13 ? key : Buffer.from(key).toString();
    this.keys.push(own);
    this.#tickets.set(own, code);
    this.createdAt.push(Number.NaN);
    return code;
  }

  /** Rows by ticket (in order of first appearance), each ticket's in order; `starts[t]` is where ticket `t` begins. */
  order(): { rows: Int32Array; starts: Int32Array } {
    const starts = new Int32Array(this.keys.length + 1);
    for (let row = 0; row < this.rows; row++) {
      const next = this.ticketOf.at(row) + 1;
      starts[next] = (starts[next] as number) + 1;
    }
    for (let ticket = 1; ticket < starts.length; ticket++) {
      starts[ticket] = (starts[ticket] as number) + (starts[ticket - 1] as number);
    }
    const next = starts.slice();
    const rows = new Int32Array(this.rows);
    for (let row = 0; row < this.rows; row++) {
      const ticket = this.ticketOf.at(row);
      rows[next[ticket] as number] = row;
      next[ticket] = (next[ticket] as number) + 1;
    }
    for (let ticket = 0; ticket < this.keys.length; ticket++) {
      this.#sortRows(rows.subarray(starts[ticket], starts[ticket + 1]));
    }
    return { rows, starts };
  }

  #sortRows(rows: Int32Array): void {
    for (let i = 1; i < rows.length; i++) {
      if (this.#compare(rows[i - 1] as number, rows[i] as number) <= 0) continue;
      rows.sort((a, b) => this.#compare(a, b) || a - b);
      return;
    }
  }

  #compare(a: number, b: number): number {
    const bySequence = this.hasSequence ? this.sequence.at(a) - this.sequence.at(b) : 0;
    return bySequence || this.at.at(a) - this.at.at(b);
  }
}
