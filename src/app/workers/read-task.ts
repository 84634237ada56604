import { createReadStream } from 'node:fs';
import { hashIdentity } from '#analytics/native/identity-hash.ts';
import { isOfTicket, JournalBlock } from '#analytics/native/journal-block.ts';
import type { Batch } from '#connectors/file/batch.ts';
import { parseNdjson } from '#connectors/ndjson/read-ndjson.ts';
import { readEvents } from '#connectors/open-file.ts';
import type { Event } from '#domain/ticket/event.ts';
import { HashSet } from '../imports/hash-set.ts';
import { identityOf } from '../journal.ts';
import type { EncodedBatch, ParsedBatch, ReadRequest, TaskInput } from './tasks.ts';

let reader: AsyncIterator<Batch> | null = null;
let held: { events: Event[]; hashes: Uint32Array; repeated: number } | null = null;

/** The block of this thread, used for batch after batch. */
const block = new JournalBlock();

export function openReader(request: ReadRequest): null {
  if (request.kind === 'marketplace') {
    reader = generatedBatches(request)[Symbol.asyncIterator]();
  } else {
    const stream = createReadStream(request.path, { highWaterMark: 1_048_576 });
    reader = readEvents({ name: request.name, stream }, request)[Symbol.asyncIterator]();
  }
  return null;
}

async function* generatedBatches(request: { tickets: number; seed: number }): AsyncGenerator<Batch> {
  const none = { rejected: [], notices: [], bytesRead: 0 };
  const { generateMarketplace } = await import('#connectors/marketplace-sample/index.ts');
  let events: Event[] = [];
  for (const event of generateMarketplace(request)) {
    events.push(event);
    if (events.length < 20_000) continue;
    yield { events, ...none };
    events = [];
  }
  yield { events, ...none };
}

export async function readNext(): Promise<ParsedBatch> {
  const step = await reader?.next();
  if (!step || step.done) {
    reader = null;
    return hold({ events: [], rejected: [], notices: [], bytesRead: 0 }, true);
  }
  return hold(step.value, false);
}

export function parseLines({ bytes, firstLine, source }: TaskInput<'parse'>): ParsedBatch {
  return hold(parseNdjson(bytes, firstLine, source), false);
}

/** Keeps the first of events that stand twice in the batch, and answers with their hashes. */
function hold(batch: Batch, done: boolean): ParsedBatch {
  const hashes = new Uint32Array(batch.events.length * 2);
  const seen = new HashSet(batch.events.length);
  const events: Event[] = [];
  let suspects: Set<string> | null = null;
  for (const event of batch.events) {
    const at = events.length;
    hashIdentity(event.source, event.id, hashes, at);
    if (seen.add(hashes[at * 2] as number, hashes[at * 2 + 1] as number)) {
      // A hash seen before is rare and only a suspicion: identities decide.
      suspects ??= new Set(events.map(({ source, id }) => identityOf(source, id)));
      if (suspects.has(identityOf(event.source, event.id))) continue;
    }
    suspects?.add(identityOf(event.source, event.id));
    events.push(event);
  }
  const repeated = batch.events.length - events.length;
  const kept = hashes.subarray(0, events.length * 2);
  held = { events, hashes: kept, repeated };
  const { rejected, notices, bytesRead } = batch;
  const tickets = hashTickets(batch.events);
  return { done, count: events.length, hashes: kept.slice(), tickets, repeated, rejected, notices, bytesRead };
}

function hashTickets(events: readonly Event[]): Uint32Array {
  const keys = new Set<string>();
  for (const { type, key } of events) if (isOfTicket(type)) keys.add(key);
  const hashes = new Uint32Array(keys.size * 2);
  let index = 0;
  for (const key of keys) hashIdentity('', key, hashes, index++);
  return hashes;
}

/** Encodes the batch held, less the suspects that the journal holds already. */
export function encodeHeld(input: TaskInput<'encode'>): EncodedBatch {
  const { events, hashes, repeated } = held ?? { events: [], hashes: new Uint32Array(), repeated: 0 };
  held = null;
  const suspects = new Set(input.suspects);
  block.clear();
  let duplicates = repeated;
  events.forEach((event, index) => {
    if (suspects.has(index) && input.known.has(identityOf(event.source, event.id))) {
      duplicates++;
      return;
    }
    const high = hashes[index * 2] as number;
    const low = hashes[index * 2 + 1] as number;
    block.add(event, input.firstSeq + block.rows, high, low);
  });
  return { block: block.toBytes(input.workspace), rows: block.rows, duplicates };
}
