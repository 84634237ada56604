import type { ErrorCode } from '#domain/error-catalogue.ts';
import type { Event } from '#domain/ticket/event.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { addDeadLetters } from '#records/imports.ts';
import type { App } from './app.ts';
import type { Verdict } from './intake/intake.ts';

/** The answer to one event. */
export interface EventAnswer {
  readonly id: string | null;
  readonly status: Verdict | 'rejected';
  readonly errors?: readonly { readonly code: ErrorCode; readonly path: string; readonly message: string }[];
}

/**
 * Takes events: each is validated, kept once, and durable when the answers come. Rejected ones are answered with their
 * defects and kept as dead letters; good ones of the same call are not held up by them.
 */
export async function ingestEvents(app: App, raw: readonly unknown[]): Promise<EventAnswer[]> {
  const good: { readonly index: number; readonly event: Event }[] = [];
  const answers: EventAnswer[] = raw.map((input, index) => {
    const parsed = parseEvent(input);
    if ('problems' in parsed) return { id: idOf(input), status: 'rejected', errors: parsed.problems };
    good.push({ index, event: parsed.event });
    return { id: parsed.event.id, status: 'accepted' };
  });
  if (good.length > 0) {
    const verdicts = await app.intake.append(good.map(({ event }) => event));
    good.forEach(({ index, event }, at) => {
      answers[index] = { id: event.id, status: verdicts[at] as Verdict };
    });
  }
  await keepRejected(app, raw, answers);
  app.folds.request();
  return answers;
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
