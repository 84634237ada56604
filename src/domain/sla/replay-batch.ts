import { VigieError } from '../error.ts';
import { deepestJson, isTextDeeper } from '../json-depth.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { type ClockJson, clockToJson } from './clock-json.ts';
import { type RejectedEvent, replay } from './replay.ts';

type Fields = Readonly<Record<string, unknown>>;

function badCase(path: string, expected: string): VigieError {
  return new VigieError('replay.bad-case', { path, expected }, { path });
}

function parseCase(line: string): Fields {
  let value: unknown;
  try {
    value = isTextDeeper(line, deepestJson) ? null : JSON.parse(line);
  } catch {
    throw badCase('$', '{…}');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw badCase('$', '{…}');
}

function asList(value: unknown, path: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw badCase(path, '[…]');
}

interface CaseAnswer {
  readonly clocks: readonly ClockJson[];
  readonly rejected?: readonly RejectedEvent[];
}

function answerOf(input: Fields): CaseAnswer {
  const now = typeof input.now === 'string' ? parseInstant(input.now) : null;
  if (now === null) throw badCase('$.now', '"2026-11-02T09:14:05Z"');
  const events = asList(input.events, '$.events');
  const { clocks, rejected } = replay({
    calendars: asList(input.calendars ?? [], '$.calendars'),
    policies: asList(input.policies, '$.policies'),
    events,
    now,
  });
  const [refused] = rejected;
  if (refused !== undefined && rejected.length === events.length) {
    const reason = refused.problems.map(({ code, message }) => `${message} (${code})`).join(' ');
    const path = `$.events[${refused.index}]`;
    throw new VigieError('replay.event-refused', { index: refused.index, reason }, { path });
  }
  const answer = clocks.map(clockToJson);
  return rejected.length === 0 ? { clocks: answer } : { clocks: answer, rejected };
}

/**
 * Answers one line of `vigie replay batch`: `{"id","calendars","policies","events","now"}` gives `{"id","clocks"}` or
 * `{"id","error":{code,message}}`. Refused events beside good ones are told in `rejected`; alone they are an error. Never
 * throws for a bad line.
 */
export function replayBatchLine(line: string): string {
  let id: unknown = null;
  try {
    const input = parseCase(line);
    id = input.id ?? null;
    return JSON.stringify({ id, ...answerOf(input) });
  } catch (error) {
    if (!(error instanceof VigieError)) throw error;
    const path = error.path === undefined ? {} : { path: error.path };
    return JSON.stringify({ id, error: { code: error.code, message: error.message, ...path } });
  }
}
