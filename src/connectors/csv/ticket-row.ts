export type TicketValue = string | number | readonly string[];

/**
 * One row of a table of tickets, read: what each target says where it says anything. It is used again for each row,
 * because maps of their own for millions of rows cost more than the reading.
 */
export class TicketRow {
  /** The source's own word for the status. */
  label: string | null = null;
  readonly targets: readonly string[];
  readonly #slots: ReadonlyMap<string, number>;
  readonly #values: (TicketValue | null)[];

  constructor(targets: readonly string[]) {
    this.targets = targets;
    this.#slots = new Map(targets.map((target, slot) => [target, slot]));
    this.#values = targets.map(() => null);
  }

  clear(): void {
    this.#values.fill(null);
    this.label = null;
  }

  put(slot: number, value: TicketValue | null): void {
    this.#values[slot] = value;
  }

  at(slot: number): TicketValue | null {
    return this.#values[slot] as TicketValue | null;
  }

  value(target: string): TicketValue | null {
    const slot = this.#slots.get(target);
    return slot === undefined ? null : (this.#values[slot] as TicketValue | null);
  }

  text(target: string): string | null {
    const value = this.value(target);
    return typeof value === 'string' ? value : null;
  }

  number(target: string): number | null {
    const value = this.value(target);
    return typeof value === 'number' ? value : null;
  }

  /** The first of these instants (or other numbers) that the row tells. */
  instant(...targets: readonly string[]): number | null {
    for (const target of targets) {
      const instant = this.number(target);
      if (instant !== null) return instant;
    }
    return null;
  }
}
