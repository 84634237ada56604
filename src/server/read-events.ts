import type { z } from 'zod';
import type { BrokenLine } from '#app/imports/keep-broken-lines.ts';
import type { EventAnswer } from '#app/ingest-events.ts';
import type { eventsAnswer } from '#contract/schemas/data-in/event.ts';
import { type ErrorEntry, fillTemplate, type Language, type VigieError } from '#domain/error.ts';
import { errorCatalogue } from '#domain/error-catalogue.ts';
import type { RawInput } from './handler.ts';
import { parseJson, readAll } from './read-body.ts';

/** One thing sent: an event to take, or a line that is not JSON. `line` counts from 1 in NDJSON, else null. */
export type Sent = { readonly line: number | null; readonly event: unknown } | BrokenLine;

type EventsAnswer = z.infer<typeof eventsAnswer>;

/** The events of a body: one, a batch, or one a line. Refused as a whole only where nothing in it is JSON. */
export async function parseEvents(body: RawInput): Promise<Sent[]> {
  const text = await readAll(body.bytes);
  if (body.type === 'application/x-ndjson') return parseLines(text);
  const value = parseJson(text);
  const events = Array.isArray(value) ? value : [value];
  return events.map((event) => ({ line: null, event }));
}

function parseLines(bytes: Uint8Array): Sent[] {
  const lines = decodeLoosely(bytes).split('\n');
  const sent = lines.flatMap((text, index): Sent[] => {
    if (text.trim() === '') return [];
    try {
      return [{ line: index + 1, event: parseJson(text) }];
    } catch (error) {
      return [{ line: index + 1, text, error: error as VigieError }];
    }
  });
  const first = sent[0];
  if (first !== undefined && 'error' in first && sent.every((one) => 'error' in one)) throw first.error;
  return sent;
}

/** A line with broken UTF-8 is rejected by its own content, not the whole body. */
function decodeLoosely(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

/** Puts the answers beside what was sent, in its order. `answers` are those of the events, broken lines left out. */
export function answerEvents(sent: readonly Sent[], answers: readonly EventAnswer[], language: Language): EventsAnswer {
  const counts = { accepted: 0, duplicates: 0, rejected: 0 };
  let taken = 0;
  const results = sent.map((one, index) => {
    const answer: EventAnswer = 'error' in one ? rejectedLine(one.error, language) : (answers[taken++] as EventAnswer);
    counts[answer.status === 'duplicate' ? 'duplicates' : answer.status] += 1;
    const error = answer.errors?.[0];
    const said = error === undefined ? null : { code: error.code, path: error.path, message: error.message };
    return { index, line: one.line, id: answer.id, outcome: answer.status, error: said };
  });
  return { ...counts, results };
}

function rejectedLine(error: VigieError, language: Language): EventAnswer {
  const entry: ErrorEntry = errorCatalogue[error.code];
  const message = fillTemplate(entry.message[language], error.params);
  return { id: null, status: 'rejected', errors: [{ code: error.code, path: '$', message }] };
}
