import { hashIdentity } from '#analytics/native/identity-hash.ts';
import { JournalBlock } from '#analytics/native/journal-block.ts';
import type { ErrorCode } from '#domain/error-catalogue.ts';
import type { Event } from '#domain/ticket/event.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { addDeadLetters } from '#records/imports.ts';
import type { App } from './app.ts';
import { identityOf, type JournalTurn } from './journal.ts';

/** The answer to one event: `duplicate` means that it counted when it came first. */
export interface EventAnswer {
  readonly id: string | null;
  readonly status: 'accepted' | 'duplicate' | 'rejected';
  readonly errors?: readonly { readonly code: ErrorCode; readonly path: string; readonly message: string }[];
}

interface Candidate {
  readonly index: number;
  readonly event: Event;
}

/**
 * Takes events: each is validated, kept once, and durable when the answers come. Rejected ones are answered with their
 * defects and kept as dead letters; good ones of the same call are not held up by them.
 */
export async function ingestEvents(app: App, raw: readonly unknown[]): Promise<EventAnswer[]> {
  const answers: EventAnswer[] = new Array(raw.length);
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  raw.forEach((input, index) => {
    const parsed = parseEvent(input);
    if ('problems' in parsed) {
      answers[index] = { id: idOf(input), status: 'rejected', errors: parsed.problems };
      return;
    }
    const identity = identityOf(parsed.event.source, parsed.event.id);
    if (seen.has(identity)) answers[index] = { id: parsed.event.id, status: 'duplicate' };
    else candidates.push({ index, event: parsed.event });
    seen.add(identity);
  });
  if (candidates.length > 0) await app.journal.write((turn) => appendNew(app, turn, candidates, answers));
  await keepRejected(app, raw, answers);
  app.folds.request();
  return answers;
}

async function appendNew(
  app: App,
  turn: JournalTurn,
  candidates: readonly Candidate[],
  answers: EventAnswer[],
): Promise<void> {
  const hashes = new Uint32Array(candidates.length * 2);
  const pairs = candidates.map(({ event }, at) => {
    hashIdentity(event.source, event.id, hashes, at);
    return [hashes[at * 2] as number, hashes[at * 2 + 1] as number] as const;
  });
  const known = await app.journal.findKnown(pairs);
  const fresh: [Event, high: number, low: number][] = [];
  candidates.forEach(({ index, event }, at) => {
    const duplicate = known.has(identityOf(event.source, event.id));
    answers[index] = { id: event.id, status: duplicate ? 'duplicate' : 'accepted' };
    if (!duplicate) fresh.push([event, ...(pairs[at] as readonly [number, number])]);
  });
  await turn.append(fresh.length, (firstSeq) => {
    const block = new JournalBlock();
    for (const [event, high, low] of fresh) block.add(event, firstSeq + block.rows, high, low);
    return { block: block.toBytes(app.workspace), rows: block.rows };
  });
}

async function keepRejected(app: App, raw: readonly unknown[], answers: readonly EventAnswer[]): Promise<void> {
  const letters = answers.flatMap((answer, index) => {
    const first = answer.errors?.[0];
    if (!first) return [];
    const text = JSON.stringify(raw[index] ?? null).slice(0, 10_000);
    return [{ importId: null, line: index + 1, path: first.path, code: first.code, reason: first.message, raw: text }];
  });
  if (letters.length > 0) await addDeadLetters(app.records, app.workspace, letters);
}

function idOf(input: unknown): string | null {
  const id = typeof input === 'object' && input !== null && 'id' in input ? input.id : null;
  return typeof id === 'string' ? id : null;
}
