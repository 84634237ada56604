import { type Event, type EventType, eventTypes } from './event.ts';

const ranks = new Map<EventType, number>(eventTypes.map((type, rank) => [type, rank]));

/** Up to so many events, comparing every pair is cheaper than hashing every identity. */
const pairwiseLimit = 16;

function sequenceOf(event: Event): number | null {
  const sequence = event.data.sequence;
  return typeof sequence === 'number' ? sequence : null;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** By time, then type, then id, then source: total over events of different identity. */
function compareEvents(a: Event, b: Event): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.type !== b.type) return (ranks.get(a.type) as number) - (ranks.get(b.type) as number);
  return compareText(a.id, b.id) || compareText(a.source, b.source);
}

/** JSON with sorted keys: equal for equal values, however their keys came. */
function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => compareText(a, b));
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`).join(',')}}`;
}

/** Of two events sent under one identity: the one that stands first, else the one whose data sorts first. */
function preferred(a: Event, b: Event): Event {
  const order = compareEvents(a, b) || compareText(a.key, b.key);
  if (order !== 0) return order < 0 ? a : b;
  return canonicalJson(a.data) <= canonicalJson(b.data) ? a : b;
}

function isSame(a: Event, b: Event): boolean {
  return a.id === b.id && a.source === b.source;
}

function hasTwins(events: readonly Event[]): boolean {
  if (events.length > pairwiseLimit) {
    return new Set(events.map((event) => JSON.stringify([event.source, event.id]))).size < events.length;
  }
  for (let i = 1; i < events.length; i++) {
    for (let j = 0; j < i; j++) {
      if (isSame(events[i] as Event, events[j] as Event)) return true;
    }
  }
  return false;
}

function withoutTwins(events: readonly Event[]): Event[] {
  const kept = new Map<string, Event>();
  for (const event of events) {
    const identity = JSON.stringify([event.source, event.id]);
    const twin = kept.get(identity);
    kept.set(identity, twin === undefined ? event : preferred(twin, event));
  }
  return [...kept.values()];
}

/**
 * Puts those of `events[from, to)`, all of one instant, that carry a sequence into its order, in the places such events
 * hold. Sorting all of them by sequence and type at once would not be an order: some have no sequence.
 */
function placeSequenced(events: Event[], from: number, to: number): void {
  const places: number[] = [];
  for (let i = from; i < to; i++) {
    if (sequenceOf(events[i] as Event) !== null) places.push(i);
  }
  if (places.length < 2) return;
  const sequenced = places.map((place) => events[place] as Event);
  sequenced.sort((a, b) => (sequenceOf(a) as number) - (sequenceOf(b) as number));
  places.forEach((place, i) => {
    events[place] = sequenced[i] as Event;
  });
}

/** Whether events stand in order already and no two share an instant with a sequence. */
function isOrdered(events: readonly Event[]): boolean {
  for (let i = 1; i < events.length; i++) {
    const before = events[i - 1] as Event;
    const event = events[i] as Event;
    if (before.at < event.at) continue;
    if (compareEvents(before, event) > 0) return false;
    if (before.data.sequence !== undefined || event.data.sequence !== undefined) return false;
  }
  return true;
}

/**
 * The events of one key in the order of the fold, each identity `(source, id)` once (2-DOMAIN, section 2). The result
 * depends on the set of events alone, not on the order or number of times they came. May return its argument.
 */
export function orderEvents(events: readonly Event[]): readonly Event[] {
  const distinct = hasTwins(events) ? withoutTwins(events) : events;
  if (isOrdered(distinct)) return distinct;
  const ordered = [...distinct].sort(compareEvents);
  for (let from = 0; from < ordered.length; ) {
    let to = from + 1;
    while (to < ordered.length && (ordered[to] as Event).at === (ordered[from] as Event).at) to++;
    if (to - from > 1) placeSequenced(ordered, from, to);
    from = to;
  }
  return ordered;
}
