import { type Event, type EventData, type EventType, eventTypes } from '#domain/ticket/event.ts';

/** The columns, in order, that `decodeJournal` reads from RowBinary; `{types}` is the list of event types. */
export const journalColumns =
  'key, toInt64(toUnixTimestamp64Milli(at)), toUInt8(indexOf({types:Array(String)}, type)), source, id, seq, data';

/** The parameter that `journalColumns` needs. */
export const journalParams = { types: eventTypes };

/** The events of one key, and the highest journal sequence among them. */
export interface KeyEvents {
  readonly key: string;
  readonly events: Event[];
  readonly version: number;
}

const TWO_32 = 4_294_967_296;

/** Decodes rows ordered by key, giving the events of one key at a time. */
export function* decodeJournal(bytes: Uint8Array): Generator<KeyEvents> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const text = (): string => {
    let size = 0;
    let shift = 0;
    let byte = 0;
    do {
      byte = buffer[at++] as number;
      size |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte & 0x80);
    at += size;
    return buffer.toString('utf8', at - size, at);
  };
  const whole = (): number => {
    at += 8;
    return buffer.readInt32LE(at - 4) * TWO_32 + buffer.readUInt32LE(at - 8);
  };
  let current: { key: string; events: Event[]; version: number } | null = null;
  while (at < buffer.length) {
    const key = text();
    const instant = whole();
    const type = eventTypes[(buffer[at++] as number) - 1] as EventType;
    const source = text();
    const id = text();
    const seq = whole();
    const data = JSON.parse(text()) as EventData;
    if (current === null || current.key !== key) {
      if (current) yield current;
      current = { key, events: [], version: 0 };
    }
    current.events.push({ id, source, type, at: instant, key, data });
    if (seq > current.version) current.version = seq;
  }
  if (current) yield current;
}
