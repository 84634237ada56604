import { describeError, type ErrorParams } from '../../error.ts';
import type { eventErrors } from '../event-errors.ts';

export type EventProblemCode = keyof typeof eventErrors;

/** Why an event is refused: a code of the catalogue, the JSON path of the wrong value, and the English text. */
export interface EventProblem {
  readonly code: EventProblemCode;
  readonly path: string;
  readonly message: string;
}

/** Collects what is wrong with one event; `problems` stays null for a good one, so that good ones cost nothing. */
export class EventReport {
  problems: EventProblem[] | null = null;

  add(code: EventProblemCode, path: string, params: ErrorParams = {}): void {
    this.problems ??= [];
    this.problems.push({ code, path, message: describeError(code, { path, ...params }, 'en') });
  }

  wrongType(path: string, expected: string): void {
    this.add('event.wrong-type', path, { expected });
  }
}

/** A short text of any value, for messages. */
export function showValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
