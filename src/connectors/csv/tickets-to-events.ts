import type { Event, EventType } from '#domain/ticket/event.ts';
import { formatInstant } from '#domain/time/instant.ts';
import { type Rejected, reject } from '../file/batch.ts';
import { type BoundColumn, type RowPlace, readInstant, rejectRow } from './bind-columns.ts';
import { badCell } from './cell.ts';
import { type MutableData, setTarget } from './describe.ts';
import { answersOf, findWrongScore } from './survey-answers.ts';
import { isDescription } from './targets.ts';
import { TicketRow, type TicketValue } from './ticket-row.ts';

export interface TicketsOptions {
  readonly source: string;
  readonly constants: Readonly<Record<string, TicketValue>>;
}

/** Counts words that the mapping's values do not list. */
export type CountUnmapped = (column: BoundColumn, word: string) => void;

/**
 * Turns one row per ticket into events at the instants the row tells. Of who holds the ticket a row tells only the last:
 * an agent without `assignedAt` is said to have been assigned at some time before the ticket's next known instant.
 */
export class TicketRows {
  readonly #columns: readonly BoundColumn[];
  readonly #constants: readonly TicketValue[];
  readonly #source: string;
  readonly #countUnmapped: CountUnmapped;
  readonly #row: TicketRow;
  readonly #created: readonly number[];
  readonly #updated: readonly number[];
  readonly #instants: readonly number[];

  constructor(columns: readonly BoundColumn[], options: TicketsOptions, countUnmapped: CountUnmapped) {
    const targets = [...columns.map(({ target }) => target), ...Object.keys(options.constants)];
    const slotsOf = (isWanted: (target: string) => boolean): number[] => {
      return targets.flatMap((target, slot) => (isWanted(target) ? [slot] : []));
    };
    this.#columns = columns;
    this.#constants = Object.values(options.constants);
    this.#source = options.source;
    this.#countUnmapped = countUnmapped;
    this.#row = new TicketRow(targets);
    this.#created = slotsOf((target) => isDescription(target) || /^(team|pipeline|stage)$/.test(target));
    this.#updated = slotsOf((target) => isDescription(target) || /^(agent|team|pipeline|stage)$/.test(target));
    this.#instants = columns.flatMap(({ kind }, slot) => (kind === 'instant' ? [slot] : []));
  }

  /** Adds the events of a row, or says why the row is refused. */
  add(place: RowPlace, events: Event[]): Rejected | null {
    const row = this.#row;
    row.clear();
    for (let slot = 0; slot < this.#columns.length; slot++) {
      const bad = this.#read(row, slot, place);
      if (bad !== null) return bad;
    }
    for (let i = 0; i < this.#constants.length; i++) {
      row.put(this.#columns.length + i, this.#constants[i] as TicketValue);
    }
    const bad = this.#check(row, place);
    if (bad !== null) return bad;
    this.#tell(row, events);
    return this.#checkScores(row, place);
  }

  /** A score beyond its scale costs the answer, not the ticket. */
  #checkScores(row: TicketRow, place: RowPlace): Rejected | null {
    const wrong = findWrongScore(row);
    if (wrong === null) return null;
    const column = this.#column(wrong.path);
    const where = { line: place.line, column: column.column, raw: place.cells.join(place.delimiter) };
    return reject('event.bad-score', where, { ...wrong, path: column.column });
  }

  #read(row: TicketRow, slot: number, place: RowPlace): Rejected | null {
    const column = this.#columns[slot] as BoundColumn;
    if (column.kind === 'instant') {
      const instant = readInstant(column, place);
      if (instant !== null && typeof instant !== 'number') return instant;
      row.put(slot, instant);
      return null;
    }
    const cell = place.cells[column.index] as string;
    const value = column.read(cell);
    if (value === badCell) return rejectRow(place, 'import.bad-number', column);
    if (value === undefined) this.#countUnmapped(column, cell.trim());
    else row.put(slot, value);
    if (column.kind === 'status') row.label = cell.trim();
    return null;
  }

  #column(target: string): BoundColumn {
    return this.#columns.find((column) => column.target === target) as BoundColumn;
  }

  #check(row: TicketRow, place: RowPlace): Rejected | null {
    if (row.text('ticket') === null) return rejectRow(place, 'import.value-missing', this.#column('ticket'));
    const createdAt = row.number('createdAt');
    if (createdAt === null) return rejectRow(place, 'import.value-missing', this.#column('createdAt'));
    for (const slot of this.#instants) {
      const instant = row.at(slot);
      if (instant !== null && (instant as number) < createdAt) {
        return rejectRow(place, 'import.times-reversed', this.#columns[slot] as BoundColumn);
      }
    }
    const status = row.text('status');
    const isSolved = status === 'solved' || status === 'closed';
    if (!isSolved || row.instant('solvedAt', 'closedAt', 'updatedAt') !== null) return null;
    const where = { line: place.line, column: this.#column('status')?.column ?? null };
    return reject('import.no-solved-time', { ...where, raw: place.cells.join(place.delimiter) }, { status });
  }

  #tell(row: TicketRow, events: Event[]): void {
    const key = row.text('ticket') as string;
    const source = this.#source;
    const push = (name: string, type: EventType, at: number, data: MutableData): void => {
      events.push({ id: `${key}/${name}`, source, type, at, key, data });
    };
    const createdAt = row.number('createdAt') as number;
    push('created', 'ticket.created', createdAt, this.#creation(row));
    this.#tellAssignment(row, createdAt, push);
    this.#tellReply(row, push);
    this.#tellStatus(row, createdAt, push);
    this.#tellUpdate(row, createdAt, push);
    const handled = row.number('handleSeconds');
    const lastAt = row.instant('solvedAt', 'closedAt', 'updatedAt', 'firstReplyAt', 'createdAt') as number;
    if (handled !== null && handled >= 0) {
      push('work', 'ticket.work', lastAt, { agent: row.text('agent'), seconds: Math.floor(handled), kind: 'talk' });
    }
    for (const answer of answersOf(row, lastAt)) push(answer.name, 'survey.answered', answer.at, answer.data);
  }

  #describe(row: TicketRow, slots: readonly number[]): MutableData {
    const data: MutableData = {};
    for (const slot of slots) {
      const value = row.at(slot);
      if (value !== null) setTarget(data, row.targets[slot] as string, value);
    }
    return data;
  }

  #creation(row: TicketRow): MutableData {
    const data = this.#describe(row, this.#created);
    const by = row.text('createdBy');
    if (by !== null) data.actor = { kind: by === row.text('customer.id') ? 'customer' : 'agent', id: by };
    return data;
  }

  #tellAssignment(row: TicketRow, createdAt: number, push: Push): void {
    const agent = row.text('agent');
    if (agent === null) return;
    const assignedAt = row.instant('assignedAt');
    const data: MutableData = { agent };
    const before = row.instant('firstReplyAt', 'solvedAt', 'closedAt', 'updatedAt');
    if (assignedAt === null && before !== null && before > createdAt) {
      data.observed = { after: formatInstant(createdAt), before: formatInstant(before) };
    }
    // Where `updatedAt` tells of later agents, only the first export may say who took the ticket at an unknown time.
    const isGuess = assignedAt === null && row.number('updatedAt') !== null;
    push(isGuess ? 'assigned' : `assigned/${agent}`, 'ticket.assigned', assignedAt ?? createdAt, data);
  }

  #tellReply(row: TicketRow, push: Push): void {
    const at = row.instant('firstReplyAt');
    if (at === null) return;
    const id = row.text('firstReplyBy') ?? row.text('agent');
    push('first-reply', 'ticket.message', at, {
      actor: { kind: 'agent', ...(id !== null && { id }) },
      direction: 'outbound',
      public: true,
    });
  }

  #tellStatus(row: TicketRow, createdAt: number, push: Push): void {
    const solvedAt = row.instant('solvedAt');
    const closedAt = row.instant('closedAt');
    const status = row.text('status');
    const tell = (told: string, at: number, sequence: number, more: MutableData = {}): void => {
      const label = told === status && row.label !== null && row.label !== told && { label: row.label };
      push(`${told}/${at.toString(36)}`, 'ticket.status', at, { status: told, ...label, ...more, sequence });
    };
    if (solvedAt !== null) tell('solved', solvedAt, 1);
    if (closedAt !== null) tell('closed', closedAt, 2);
    if (status === null) return;
    const isTold = status === 'closed' ? closedAt !== null : status === 'solved' && (solvedAt ?? closedAt) !== null;
    if (isTold || (status === 'new' && solvedAt === null && closedAt === null)) return;
    // The row says what the ticket is, not since when: at the last instant at which it is known to be so.
    const at = row.instant('updatedAt', 'closedAt', 'solvedAt', 'firstReplyAt') ?? createdAt;
    const span = { after: formatInstant(createdAt), before: formatInstant(at) };
    tell(status, at, 3, at > createdAt ? { observed: span } : {});
  }

  /** A later export of the same tickets may describe them anew: told at `updatedAt`, where that is known. */
  #tellUpdate(row: TicketRow, createdAt: number, push: Push): void {
    const at = row.instant('updatedAt');
    if (at === null || at === createdAt) return;
    const data = this.#describe(row, this.#updated);
    push(`updated/${at.toString(36)}`, 'ticket.updated', at, data);
  }
}

type Push = (name: string, type: EventType, at: number, data: MutableData) => void;
