import { type Oklch, toHex } from './oklch.ts';
import { type Scheme, seriesColors, type TokenName, tokens } from './tokens.ts';

/** Slots already given, by dimension: an entity keeps its colour for as long as the page is open. */
const taken = new Map<string, Map<string, number>>();

function preferredSlot(value: string): number {
  let hash = 0;
  for (const letter of value) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) | 0;
  return Math.abs(hash) % seriesColors.light.length;
}

/** The place of an entity in the palette: its own by name, or the next free one. */
function slotOf(dimension: string, value: string): number {
  const slots = taken.get(dimension) ?? new Map<string, number>();
  taken.set(dimension, slots);
  const known = slots.get(value);
  if (known !== undefined) return known;
  const used = new Set(slots.values());
  const size = seriesColors.light.length;
  const start = preferredSlot(value);
  let slot = start;
  for (let step = 0; step < size && used.has(slot); step++) slot = (start + step) % size;
  slots.set(value, slot);
  return slot;
}

/** The colour of a KPI or of one value of a dimension, as sRGB. */
export function seriesColor(scheme: Scheme, dimension: string, value: string): string {
  const colors: readonly Oklch[] = seriesColors[scheme];
  return toHex(colors[slotOf(dimension, value)] ?? tokens[scheme].accent);
}

export function tokenHex(scheme: Scheme, name: TokenName): string {
  return toHex(tokens[scheme][name]);
}
