import type { z } from 'zod';
import type {
  discardRequest,
  replayAnswer,
  replayCounts,
  replayRequest,
} from '#contract/schemas/data-in/dead-letter.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { findDeadLetters, removeDeadLetters } from '#records/dead-letters/dead-letters.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { ingestEvents } from '../ingest-events.ts';
import { hooksOf, readAgain, readKept } from './events-of-letter.ts';

/** Rejected things that one call goes through. */
const MOST_AT_ONCE = 500;

/** A body of a webhook may hold a thousand events: so many bodies are taken in one go. */
const LETTERS_TOGETHER = 100;

/**
 * Takes a rejected event, or a body of a webhook, as it was mended. One that is still wrong is answered with its defects, and stays in the list as it
 * was. Throws `dead-letter.unknown`, and what the intake throws where too much comes in.
 */
export async function replayDeadLetter(
  app: App,
  id: number,
  event: unknown,
  { language, ...by }: By & { readonly language: Language },
): Promise<z.infer<typeof replayAnswer>> {
  const [letter] = await findDeadLetters(app.records, app.workspace, { ids: [id], before: null, limit: 1 });
  if (letter === undefined) throw new VigieError('dead-letter.unknown', { id });
  const hooks = await hooksOf(app, [letter]);
  const reading = readAgain(event, hooks.get(letter.hook ?? ''), language);
  if ('defects' in reading) return { outcome: 'rejected', defects: [...reading.defects] };
  const answers = await take(app, reading.events);
  await removeDeadLetters(app.records, app.workspace, { ids: [id] });
  const details = { event: answers[0]?.id ?? null, code: letter.code };
  await recordAudit(app.records, app.workspace, by, { action: 'rejected.mended', subject: String(id), details });
  return { outcome: answers.some(({ status }) => status === 'accepted') ? 'accepted' : 'duplicate', defects: [] };
}

/**
 * Takes rejected events again as they were sent, the newest first; what is still wrong stays in the list, once. Events that
 * were cut because they were too long, and lines that are no JSON, stay too.
 */
export async function replayDeadLetters(
  app: App,
  { ids, code, before }: z.output<typeof replayRequest>,
  by: By,
): Promise<z.infer<typeof replayCounts>> {
  const asked = { ids, code, before: before ?? null, limit: MOST_AT_ONCE };
  const letters = await findDeadLetters(app.records, app.workspace, asked);
  const hooks = await hooksOf(app, letters);
  const counts = { accepted: 0, duplicates: 0, rejected: 0 };
  for (const together of chunksOf(letters, LETTERS_TOGETHER)) {
    const read = together.map(({ id, raw, hook }) => ({
      id: Number(id),
      events: readKept(raw, hooks.get(hook ?? '')),
    }));
    const good = read.filter(({ events }) => events.length > 0);
    counts.rejected += read.length - good.length;
    if (good.length === 0) continue;
    const answers = await take(
      app,
      good.flatMap(({ events }) => events),
    );
    await removeDeadLetters(app.records, app.workspace, { ids: good.map(({ id }) => id) });
    const accepted = answers.filter(({ status }) => status === 'accepted').length;
    counts.accepted += accepted;
    counts.duplicates += answers.length - accepted;
  }
  const details = { ...counts, code: code ?? null };
  if (letters.length > 0) await recordAudit(app.records, app.workspace, by, { action: 'rejected.replayed', details });
  const last = letters.at(-1);
  return { ...counts, next: letters.length === MOST_AT_ONCE && last !== undefined ? Number(last.id) : null };
}

/** Gives rejected events up; the reason is kept in the audit log, the events are not. */
export async function discardDeadLetters(
  app: App,
  { ids, code, upTo, reason }: z.output<typeof discardRequest>,
  by: By,
): Promise<number> {
  const discarded = await removeDeadLetters(app.records, app.workspace, { ids, code, upTo });
  const details = { count: discarded, code: code ?? null, reason };
  await recordAudit(app.records, app.workspace, by, { action: 'rejected.discarded', details });
  return discarded;
}

const take = (app: App, events: readonly unknown[]) => app.intake.admit(() => ingestEvents(app, events));

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
