import type { Event, EventType } from '#domain/ticket/event.ts';
import type { MutableData } from './describe.ts';
import type { HistoryStore } from './history-store.ts';
import { TicketState } from './ticket-state.ts';

export interface HistoryOptions {
  readonly source: string;
  /** One value for every ticket, by target. */
  readonly constants: Readonly<Record<string, unknown>>;
}

/**
 * Turns the rows of each ticket into what changed. The first row is the ticket as it was created; where `createdAt` lies
 * before it, the ticket is taken to have begun `new`, in nobody's hands, and what the first row shows of status, agent and
 * (unless it still says new) team holds from that row on. Everything else is taken to have held from the start.
 */
export class HistoryEvents {
  readonly #store: HistoryStore;
  readonly #source: string;
  readonly #state: TicketState;

  // Of the ticket and the row that are being told.
  #events: Event[] = [];
  #key = '';
  #at = 0;
  #sequence = 0;
  #place = '';

  constructor(store: HistoryStore, options: HistoryOptions) {
    this.#store = store;
    this.#source = options.source;
    this.#state = new TicketState(store.states, options.constants);
  }

  /** The events of all tickets, ticket by ticket, in arrays of about `size`. */
  *batches(size: number): Generator<Event[]> {
    const { rows, starts } = this.#store.order();
    for (let ticket = 0; ticket < this.#store.keys.length; ticket++) {
      this.#tellTicket(ticket, rows.subarray(starts[ticket], starts[ticket + 1]));
      if (this.#events.length < size) continue;
      yield this.#events;
      this.#events = [];
    }
    if (this.#events.length > 0) yield this.#events;
    this.#events = [];
  }

  #tellTicket(ticket: number, rows: Int32Array): void {
    const store = this.#store;
    const first = rows[0] as number;
    const created = store.createdAt.at(ticket);
    this.#key = store.keys[ticket] as string;
    this.#at = Number.isNaN(created) ? store.at.at(first) : created;
    this.#sequence = store.hasSequence ? store.sequence.at(first) : 0;
    this.#push('ticket.created', 'created', this.#state.create(first, store.at.at(first) > this.#at));
    let twins = 0;
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i] as number;
      const before = i === 0 ? null : (rows[i - 1] as number);
      twins = before !== null && this.#orderKey(row) === this.#orderKey(before) ? twins + 1 : 0;
      this.#enterRow(row, i, twins);
      this.#tellRow(row);
    }
  }

  #orderKey(row: number): number {
    return this.#store.hasSequence ? this.#store.sequence.at(row) : this.#store.at.at(row);
  }

  /** A ticket's instants never run backwards: a row that the sequence puts later happens no earlier than what precedes it. */
  #enterRow(row: number, position: number, twins: number): void {
    const { hasSequence, sequence, at } = this.#store;
    const happened = Math.max(this.#at, at.at(row));
    if (hasSequence) this.#sequence = sequence.at(row);
    else this.#sequence = happened === this.#at && position > 0 ? this.#sequence + 1 : 0;
    this.#at = happened;
    const order = this.#orderKey(row).toString(hasSequence ? 10 : 36);
    this.#place = twins === 0 ? order : `${order}.${twins}`;
  }

  #push(type: EventType, name: string, data: MutableData): void {
    data.sequence = this.#sequence;
    this.#events.push({
      id: `${this.#key}/${name}`,
      source: this.#source,
      type,
      at: this.#at,
      key: this.#key,
      data,
    });
  }

  #tellRow(row: number): void {
    const state = this.#state;
    const updated = state.takeDescriptions(row);
    if (updated !== null) this.#push('ticket.updated', `${this.#place}/updated`, updated);
    const assigned = state.takeHolders(row);
    if (assigned !== null) this.#push('ticket.assigned', `${this.#place}/assigned`, assigned);
    const stage = state.takeStage(row);
    if (stage !== null) this.#push('ticket.stage', `${this.#place}/stage`, stage);
    const status = state.takeStatus(row);
    if (status !== null) this.#push('ticket.status', `${this.#place}/status`, status);
  }
}
