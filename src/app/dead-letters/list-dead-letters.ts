import type { z } from 'zod';
import type { deadLetterList, deadLettersQuery } from '#contract/schemas/data-in/dead-letter.ts';
import type { Language } from '#domain/error.ts';
import { countDeadLetters, findDeadLetters } from '#records/dead-letters/dead-letters.ts';
import type { App } from '../app.ts';
import { parseCursor, writeCursor } from '../cursor.ts';
import { sayReason } from './read-raw.ts';

/** Of a body of a webhook more is kept than a list shows. */
const MOST_SHOWN = 10_000;

/** Rejected events, the newest first. Throws `request.bad-cursor`. */
export async function listDeadLetterViews(
  app: App,
  asked: z.output<typeof deadLettersQuery>,
  language: Language,
): Promise<z.infer<typeof deadLetterList>> {
  const { after, limit, code } = asked;
  const before = after === undefined ? null : parseCursor(after, ['number'])[0];
  const given = { code, importId: asked.import, before, limit: limit + 1 };
  const [rows, codes] = await Promise.all([
    findDeadLetters(app.records, app.workspace, given),
    countDeadLetters(app.records, app.workspace),
  ]);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ importId, createdAt, id, line, ...rest }) => ({
      ...rest,
      id: Number(id),
      line: line === null ? null : Number(line),
      raw: rest.raw.slice(0, MOST_SHOWN),
      reason: (rest.hook === null ? sayReason(rest.raw, rest.code, language) : null) ?? rest.reason,
      import: importId,
      rejectedAt: createdAt.toISOString(),
    })),
    next: rows.length > shown.length && last !== undefined ? writeCursor([Number(last.id)]) : null,
    codes: [...codes].map(([known, count]) => ({ code: known, count })),
  };
}
