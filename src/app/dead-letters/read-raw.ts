import { describeError, type Language } from '#domain/error.ts';
import { deepestJson, isTextDeeper } from '#domain/json-depth.ts';
import { type EventProblem, parseEvent } from '#domain/ticket/parse-event.ts';

/** The JSON of a rejected event; undefined: it is none, or was cut because it was too long. */
export function readRaw(raw: string): unknown {
  if (isTextDeeper(raw, deepestJson)) return undefined;
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

export function sayProblem({ code, path, params }: EventProblem, language: Language) {
  return { code, path, message: describeError(code, params, language) };
}

/** Why an event was rejected, in a language; null: what was kept of it does not tell. */
export function sayReason(raw: string, code: string, language: Language): string | null {
  const event = readRaw(raw);
  if (event === undefined) return null;
  const parsed = parseEvent(event);
  const problem = 'problems' in parsed ? parsed.problems.find((each) => each.code === code) : undefined;
  return problem === undefined ? null : sayProblem(problem, language).message;
}
