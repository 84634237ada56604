import type { z } from 'zod';
import type {
  discardRequest,
  replayAnswer,
  replayCounts,
  replayRequest,
} from '#contract/schemas/data-in/dead-letter.ts';
import { type Language, VigieError } from '#domain/error.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { findDeadLetters, removeDeadLetters } from '#records/dead-letters/dead-letters.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { ingestEvents } from '../ingest-events.ts';
import { readRaw, sayProblem } from './read-raw.ts';

/** Events taken in one go. */
const MOST_AT_ONCE = 500;

/**
 * Takes a rejected event as it was mended. One that is still wrong is answered with its defects, and stays in the list as it
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
  const parsed = parseEvent(event);
  if ('problems' in parsed) {
    return { outcome: 'rejected', defects: parsed.problems.map((problem) => sayProblem(problem, language)) };
  }
  const [answer] = await app.intake.admit(() => ingestEvents(app, [event]));
  await removeDeadLetters(app.records, app.workspace, { ids: [id] });
  const details = { event: parsed.event.id, code: letter.code };
  await recordAudit(app.records, app.workspace, by, { action: 'rejected.mended', subject: String(id), details });
  return { outcome: answer?.status ?? 'duplicate', defects: [] };
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
  const good = letters.flatMap((letter) => {
    const event = readEvent(letter.raw);
    return event === null ? [] : [{ id: Number(letter.id), event }];
  });
  const answers =
    good.length === 0
      ? []
      : await take(
          app,
          good.map(({ event }) => event),
        );
  if (good.length > 0) await removeDeadLetters(app.records, app.workspace, { ids: good.map(({ id }) => id) });
  const accepted = answers.filter(({ status }) => status === 'accepted').length;
  const counts = { accepted, duplicates: answers.length - accepted, rejected: letters.length - good.length };
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

/** A good event of what was sent; null: it is still wrong. */
function readEvent(raw: string): unknown {
  const event = readRaw(raw);
  return event === undefined || 'problems' in parseEvent(event) ? null : event;
}
