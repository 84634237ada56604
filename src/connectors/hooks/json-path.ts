import { JSONPathEnvironment, JSONPathError, type JSONPathQuery, type JSONValue } from 'json-p3';
import { VigieError } from '#domain/error.ts';

/** Characters of a path. */
export const longestPath = 200;

const MOST_COMMAS = 3;

/** Without functions that run patterns of others, which can be made to take for ever. */
const environment = new JSONPathEnvironment({ maxRecursionDepth: 64 });
environment.functionRegister.delete('match');
environment.functionRegister.delete('search');

/**
 * Compiles a JSONPath (RFC 9535) whose cost grows with the body and not faster: one `$`, at most one `..`, and few
 * commas, since `[0,0]` finds the same twice and each one after it doubles that. Throws
 * `hook.bad-path` with `at` as its place.
 */
export function compilePath(text: string, at: string): JSONPathQuery {
  const refuse = (reason: string) =>
    new VigieError('hook.bad-path', { value: text.slice(0, 100), reason }, { path: at });
  if (text.length > longestPath) throw refuse(`> ${longestPath}`);
  if (text.split('$').length > 2) throw refuse('$ … $');
  if (text.split('..').length > 2) throw refuse('.. … ..');
  if (text.split(',').length > MOST_COMMAS + 1) throw refuse(`> ${MOST_COMMAS} “,”`);
  try {
    return environment.compile(text);
  } catch (error) {
    // The library explains in English; the place says it in every language.
    if (error instanceof JSONPathError) throw refuse(placeIn(text, error.token.index));
    throw error;
  }
}

function placeIn(text: string, at: number): string {
  const rest = text.slice(at, at + 20);
  return rest === '' ? `${text.slice(-20)} …` : `… “${rest}”`;
}

/** What a path finds; nothing where the value is nested too deep for it. */
export function findAll(path: JSONPathQuery, value: unknown): unknown[] {
  try {
    return path.query(value as JSONValue).values();
  } catch (error) {
    if (error instanceof JSONPathError) return [];
    throw error;
  }
}
