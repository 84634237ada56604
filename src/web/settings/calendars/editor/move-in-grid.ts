import { slotsPerDay } from '#domain/time/editing/paint-week.ts';

/** A quarter hour of a week; days count from Monday. */
export interface Place {
  readonly day: number;
  readonly slot: number;
}

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const last = slotsPerDay - 1;
const hour = slotsPerDay / 24;

/** Where a key leads from a place: it stops at the borders; null: the key moves nothing. */
export function moveInGrid({ day, slot }: Place, { key, ctrlKey, metaKey }: Key): Place | null {
  const far = ctrlKey || metaKey;
  const to = (toDay: number, toSlot: number): Place => ({
    day: Math.max(0, Math.min(6, toDay)),
    slot: Math.max(0, Math.min(last, toSlot)),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(day, slot - (far ? hour : 1));
    case 'ArrowRight':
      return to(day, slot + (far ? hour : 1));
    case 'ArrowUp':
      return to(far ? 0 : day - 1, slot);
    case 'ArrowDown':
      return to(far ? 6 : day + 1, slot);
    case 'PageUp':
      return to(day, slot - hour);
    case 'PageDown':
      return to(day, slot + hour);
    case 'Home':
      return to(far ? 0 : day, 0);
    case 'End':
      return to(far ? 6 : day, last);
    default:
      return null;
  }
}
