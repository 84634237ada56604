import { hashIdentity } from '#analytics/native/identity-hash.ts';
import { JournalBlock } from '#analytics/native/journal-block.ts';
import { type ErasingKey, listErasing, markKey } from '#analytics/privacy/erasing.ts';
import { eraseCustomer } from '#domain/privacy/erase-customer.ts';
import type { Erasure } from '#domain/privacy/erasure.ts';
import type { Event } from '#domain/ticket/event.ts';
import type { App } from '../app.ts';
import type { EncodedEvents, JournalTurn } from '../journal.ts';
import { readEventsOf } from '../tickets/read-ticket-events.ts';

/** Keys read at once, and events appended at once: both are held in memory. */
const KEYS_AT_ONCE = 500;
const EVENTS_AT_ONCE = 20_000;

/** Told of each key: how many events it has, and who is erased from it. */
export type OnRewritten = (grain: ErasingKey['grain'], events: number, customers: Iterable<string>) => void;

/** Events of the marked keys that are to be read as one key: a ticket that went by its customer's id has two. */
interface Group {
  readonly grain: ErasingKey['grain'];
  readonly keys: string[];
  readonly customers: Set<string>;
}

/**
 * Appends the events of every marked key as they read once their customers are erased; those before them are not removed
 * yet. In a turn of the journal, so that no event of these keys arrives in between.
 */
export async function rewriteJournal(
  app: App,
  turn: JournalTurn,
  erasures: ReadonlyMap<string, Erasure>,
  onRewritten: OnRewritten,
): Promise<void> {
  const groups = await groupKeys(app, erasures);
  const rewritten: Event[] = [];
  const append = async () => {
    await turn.append(rewritten.length, (firstSeq) => encode(app.workspace, rewritten, firstSeq));
    rewritten.length = 0;
  };
  for (const grain of ['ticket', 'other'] as const) {
    const ofGrain = groups.filter((group) => group.grain === grain);
    for (let from = 0; from < ofGrain.length; from += KEYS_AT_ONCE) {
      const page = ofGrain.slice(from, from + KEYS_AT_ONCE);
      const keys = page.flatMap((group) => group.keys);
      const held = await readEventsOf(app, grain, keys);
      for (const { keys, customers } of page) {
        const before = keys.flatMap((key) => held.get(key) ?? []);
        let after: readonly Event[] = before;
        for (const customer of customers) {
          const erasure = erasures.get(customer);
          if (erasure !== undefined) after = eraseCustomer(after, erasure);
        }
        onRewritten(grain, after.length, customers);
        for (const event of after) rewritten.push(event);
        if (rewritten.length >= EVENTS_AT_ONCE) await append();
      }
    }
  }
  await append();
}

function encode(workspace: string, events: readonly Event[], firstSeq: number): EncodedEvents {
  const block = new JournalBlock();
  const hash = new Uint32Array(2);
  for (const event of events) {
    hashIdentity(event.source, event.id, hash, 0);
    block.add(event, firstSeq + block.rows, hash[0] as number, hash[1] as number);
  }
  return { block: block.toBytes(workspace), rows: block.rows };
}

/**
 * A key that is a customer's id is renamed. What an interrupted run wrote under the new name is marked with it, so that it
 * is read again and replaced, not doubled.
 */
async function groupKeys(app: App, erasures: ReadonlyMap<string, Erasure>): Promise<Group[]> {
  const marked = await listErasing(app.analytics, app.workspace);
  const groups = new Map<string, Group>();
  for (const { grain, key, customers } of marked) {
    const renamed = customers.includes(key) ? erasures.get(key)?.pseudonym : undefined;
    if (renamed !== undefined) await markKey(app.analytics, app.workspace, { grain, key: renamed, customer: key });
    const name = `${grain} ${renamed ?? key}`;
    const group = groups.get(name) ?? { grain, keys: [], customers: new Set() };
    for (const one of renamed === undefined ? [key] : [key, renamed]) {
      if (!group.keys.includes(one)) group.keys.push(one);
    }
    for (const customer of customers) group.customers.add(customer);
    groups.set(name, group);
  }
  return [...groups.values()];
}
