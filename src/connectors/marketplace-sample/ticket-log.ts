import type { Event, EventData, EventType } from '#domain/ticket/event.ts';

export const source = 'sample/marketplace';

/** Collects the events of one ticket, in whole seconds, and stops at the end of the year. */
export class TicketLog {
  readonly events: Event[] = [];
  readonly key: string;
  readonly #endAt: number;

  constructor(key: string, endAt: number) {
    this.key = key;
    this.#endAt = endAt;
  }

  /** Notes what happens at an instant; false when the year is over by then. */
  note(type: EventType, at: number, data: EventData): boolean {
    if (!(at < this.#endAt)) return false;
    const id = `${this.key}/${this.events.length + 1}`;
    this.events.push({ id, source, type, at: Math.floor(at / 1000) * 1000, key: this.key, data });
    return true;
  }
}
