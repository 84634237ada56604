import type { z } from 'zod';
import { compileMapping, mapBody } from '#connectors/hooks/mapping.ts';
import type { hookPreview, hookPreviewRequest } from '#contract/schemas/data-in/hook.ts';
import { describeError, type Language, VigieError } from '#domain/error.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { sayProblem } from '../dead-letters/read-raw.ts';
import { makeEventId } from './read-hook-body.ts';

/** Events that are shown. */
const SHOWN = 20;

/** What a mapping makes of a body; what is wrong with the mapping or an event is answered, not thrown. */
export function previewHook(
  { mapping, source, body }: z.output<typeof hookPreviewRequest>,
  language: Language,
): z.infer<typeof hookPreview> {
  try {
    const events = mapBody(compileMapping(mapping), body, { source, makeId: makeEventId });
    const shown = events.slice(0, SHOWN).map((event) => {
      const parsed = parseEvent(event);
      const defects = 'problems' in parsed ? parsed.problems.map((problem) => sayProblem(problem, language)) : [];
      return { event, defects };
    });
    return { events: shown, total: events.length, mapping: [] };
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    const { code, params, path = '$.each' } = error;
    return { events: [], total: 0, mapping: [{ code, path, message: describeError(code, params, language) }] };
  }
}
