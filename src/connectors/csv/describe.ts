import type { EventData } from '#domain/ticket/event.ts';

export type MutableData = { -readonly [Key in keyof EventData]: EventData[Key] };

/** Puts a value at a target such as `priority`, `customer.id` or `fields.product`. */
export function setTarget(data: MutableData, target: string, value: unknown): void {
  const point = target.indexOf('.');
  if (point < 0) {
    data[target] = value;
    return;
  }
  const group = target.slice(0, point);
  const inner = (data[group] ?? {}) as Record<string, unknown>;
  inner[target.slice(point + 1)] = value;
  data[group] = inner;
}

/** The part of a target before the point: `customer` of `customer.id`. */
export function groupOf(target: string): string {
  const point = target.indexOf('.');
  return point < 0 ? target : target.slice(0, point);
}
