import { describeError, type ErrorParams } from '../../error.ts';
import type { eventErrors } from '../event-errors.ts';

export type EventProblemCode = keyof typeof eventErrors;

/** Why an event is refused: a code of the catalogue, the JSON path of the wrong value, the English text and what fills it. */
export interface EventProblem {
  readonly code: EventProblemCode;
  readonly path: string;
  readonly message: string;
  readonly params: ErrorParams;
}

/** Collects what is wrong with one event; `problems` stays null for a good one, so that good ones cost nothing. */
export class EventReport {
  problems: EventProblem[] | null = null;

  add(code: EventProblemCode, path: string, params: ErrorParams = {}): void {
    this.problems ??= [];
    const filled = { path, ...params };
    this.problems.push({ code, path, message: describeError(code, filled, 'en'), params: filled });
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
