import type { Actor } from '#domain/ticket/event.ts';
import { unchangedCode } from './column-store.ts';
import { groupOf, type MutableData, setTarget } from './describe.ts';
import type { StateColumn } from './history-store.ts';
import { isDescription } from './targets.ts';

/** Whether a status is one that a ticket may be born with. A ticket first seen solved was solved then, not born so. */
function isBirthStatus(status: unknown): boolean {
  return status !== 'solved' && status !== 'closed';
}

/** What is known of one ticket while its rows are read in order; each `take…` gives what a row changes, or null. */
export class TicketState {
  /** Code last known, by the column's place in `#columns`. */
  readonly #known: Int32Array;
  readonly #columns: readonly StateColumn[];
  readonly #constants: readonly (readonly [target: string, value: unknown])[];
  readonly #groups: readonly string[];
  readonly #descriptions: readonly number[];
  readonly #holders: readonly number[];
  readonly #stages: readonly number[];
  readonly #status: number;
  readonly #team: number;
  readonly #actor: number;
  readonly #createdBy: number;
  readonly #customerId: number;

  constructor(columns: readonly StateColumn[], constants: Readonly<Record<string, unknown>>) {
    const place = (target: string): number => columns.findIndex((column) => column.target === target);
    this.#columns = columns;
    this.#constants = Object.entries(constants);
    this.#known = new Int32Array(columns.length);
    this.#groups = columns.map(({ target }) => groupOf(target));
    this.#descriptions = columns.flatMap(({ target }, i) => (isDescription(target) ? [i] : []));
    this.#holders = [place('agent'), place('team')].filter((i) => i >= 0);
    this.#stages = [place('pipeline'), place('stage')].filter((i) => i >= 0);
    this.#status = place('status');
    this.#team = place('team');
    this.#actor = place('actor');
    this.#createdBy = place('createdBy');
    this.#customerId = place('customer.id');
  }

  /** Begins a ticket: what it was created with. `isLater` tells that its first row is later than its creation. */
  create(row: number, isLater: boolean): MutableData {
    this.#known.fill(unchangedCode);
    const data: MutableData = {};
    const actor = this.#actorAt(this.#createdBy, row) ?? (isLater ? null : this.#actorAt(this.#actor, row));
    if (actor !== null) data.actor = actor;
    for (const [target, value] of this.#constants) setTarget(data, target, value);
    const status = this.#valueAt(this.#status, row);
    const isNew = status === undefined || status === 'new';
    for (const i of this.#descriptions) this.#start(i, row, data);
    if (!isLater) for (const i of [...this.#holders, ...this.#stages]) this.#start(i, row, data);
    else if (isNew) this.#start(this.#team, row, data);
    if (isBirthStatus(status) && (isNew || !isLater)) this.#startStatus(row, data);
    return data;
  }

  #start(i: number, row: number, data: MutableData): void {
    const value = this.#valueAt(i, row);
    if (value === undefined || i < 0) return;
    this.#known[i] = this.#codeAt(i, row);
    if (value !== null) setTarget(data, (this.#columns[i] as StateColumn).target, value);
  }

  #startStatus(row: number, data: MutableData): void {
    const code = this.#codeAt(this.#status, row);
    if (code === unchangedCode) return;
    const { values, labels } = (this.#columns[this.#status] as StateColumn).dictionary;
    this.#known[this.#status] = code;
    data.status = values[code] as string;
    if (labels[code] !== data.status) data.label = labels[code] as string;
  }

  #codeAt(i: number, row: number): number {
    return i < 0 ? unchangedCode : (this.#columns[i] as StateColumn).codes.at(row);
  }

  #valueAt(i: number, row: number): unknown {
    const code = this.#codeAt(i, row);
    return code === unchangedCode ? undefined : (this.#columns[i] as StateColumn).dictionary.values[code];
  }

  #actorAt(i: number, row: number): Actor | null {
    const id = this.#valueAt(i, row);
    if (typeof id !== 'string') return null;
    return { kind: id === this.#valueAt(this.#customerId, row) ? 'customer' : 'agent', id };
  }

  /** Whether a row says something else than what is known; a missing cell where nothing was known says nothing. */
  #changes(i: number, row: number): boolean {
    const code = this.#codeAt(i, row);
    if (code === unchangedCode || code === this.#known[i]) return false;
    return this.#known[i] !== unchangedCode || (this.#columns[i] as StateColumn).dictionary.values[code] !== null;
  }

  #take(i: number, row: number, data: MutableData): void {
    const said = this.#codeAt(i, row);
    const code = said === unchangedCode ? (this.#known[i] as number) : said;
    if (code === unchangedCode) return;
    const { target, dictionary } = this.#columns[i] as StateColumn;
    this.#known[i] = code;
    setTarget(data, target, dictionary.values[code] as unknown);
  }

  #begin(row: number): MutableData {
    const actor = this.#actorAt(this.#actor, row);
    return actor === null ? {} : { actor };
  }

  /** Descriptions that changed; a group such as `customer` is told whole. */
  takeDescriptions(row: number): MutableData | null {
    let groups: Set<string> | null = null;
    for (const i of this.#descriptions) {
      if (!this.#changes(i, row)) continue;
      groups ??= new Set();
      groups.add(this.#groups[i] as string);
    }
    if (groups === null) return null;
    const data = this.#begin(row);
    for (const [target, value] of this.#constants) if (groups.has(groupOf(target))) setTarget(data, target, value);
    for (const i of this.#descriptions) if (groups.has(this.#groups[i] as string)) this.#take(i, row, data);
    return data;
  }

  takeHolders(row: number): MutableData | null {
    let data: MutableData | null = null;
    for (const i of this.#holders) {
      if (!this.#changes(i, row)) continue;
      data ??= this.#begin(row);
      this.#take(i, row, data);
    }
    return data;
  }

  takeStage(row: number): MutableData | null {
    if (!this.#stages.some((i) => this.#changes(i, row))) return null;
    const data = this.#begin(row);
    for (const i of this.#stages) this.#take(i, row, data);
    return data;
  }

  takeStatus(row: number): MutableData | null {
    if (this.#status < 0 || !this.#changes(this.#status, row)) return null;
    const data = this.#begin(row);
    this.#startStatus(row, data);
    return data;
  }
}
