export type TicketValue = string | number | readonly string[];

/** One row of a table of tickets, read: what each target says where it says anything. */
export class TicketRow {
  readonly instants = new Map<string, number>();
  readonly values = new Map<string, TicketValue>();
  /** The source's own word for the status. */
  label: string | null = null;

  text(target: string): string | null {
    const value = this.values.get(target);
    return typeof value === 'string' ? value : null;
  }

  number(target: string): number | null {
    const value = this.values.get(target);
    return typeof value === 'number' ? value : null;
  }

  /** The first of these instants that the row tells. */
  instant(...targets: readonly string[]): number | null {
    for (const target of targets) {
      const instant = this.instants.get(target);
      if (instant !== undefined) return instant;
    }
    return null;
  }
}
