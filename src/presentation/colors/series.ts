import { type Oklch, toHex } from './oklch.ts';
import { type Scheme, seriesColors, type TokenName, tokens } from './tokens.ts';

const size = seriesColors.light.length;

/** Places in the palette already given, by dimension: an entity keeps its colour for as long as these are kept. */
export type GivenColors = Map<string, Map<string, number>>;

/** How pictures are to look. */
export interface Look {
  readonly scheme: Scheme;
  readonly given: GivenColors;
}

function preferredSlot(value: string): number {
  let hash = 0;
  for (const letter of value) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return Math.abs(hash) % size;
}

function freeSlot(start: number, used: ReadonlySet<number>): number {
  for (let step = 0; step < size; step++) {
    const slot = (start + step) % size;
    if (!used.has(slot)) return slot;
  }
  return start;
}

/** A place for each value, all different while there are no more values than colours. */
function slotsOf(given: GivenColors, dimension: string, values: readonly string[]): ReadonlyMap<string, number> {
  const known = given.get(dimension) ?? new Map<string, number>();
  given.set(dimension, known);
  const slots = new Map<string, number>();
  const used = new Set<number>();
  for (const value of values) {
    const slot = known.get(value);
    if (slot === undefined || used.has(slot)) continue;
    slots.set(value, slot);
    used.add(slot);
  }
  for (const value of values) {
    if (slots.has(value)) continue;
    const slot = freeSlot(preferredSlot(value), used);
    slots.set(value, slot);
    used.add(slot);
    if (!known.has(value)) known.set(value, slot);
  }
  return slots;
}

/** The colours of entities shown together, as sRGB: each keeps its own from one picture to the next. */
export function seriesPalette(
  { scheme, given }: Look,
  dimension: string,
  values: readonly string[],
): (value: string) => string {
  const slots = slotsOf(given, dimension, values);
  const colors: readonly Oklch[] = seriesColors[scheme];
  return (value) => toHex(colors[slots.get(value) ?? 0] ?? tokens[scheme].accent);
}

export function tokenHex(scheme: Scheme, name: TokenName): string {
  return toHex(tokens[scheme][name]);
}
