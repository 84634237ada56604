import { describeError, type ErrorParams } from '#domain/error.ts';
import type { ErrorCode } from '#domain/error-catalogue.ts';
import type { Event } from '#domain/ticket/event.ts';

/** A row or line that was not taken. `code` and `params` say why in any language, `reason` in English. */
export interface Rejected {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  /** Name of the column, or JSON path of the value, where there is one. */
  readonly column: string | null;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly reason: string;
  /** The beginning of the row as it stands in the file. */
  readonly raw: string;
}

/** Something about the file as a whole that the reader of the result should know; no row was lost by it. */
export interface Notice {
  readonly code: ErrorCode;
  readonly params: ErrorParams;
}

/** What was read since the last batch. `bytesRead` counts the input as it came (compressed), from its beginning. */
export interface Batch {
  readonly events: readonly Event[];
  readonly rejected: readonly Rejected[];
  readonly notices: readonly Notice[];
  readonly bytesRead: number;
}

export interface FileInput {
  readonly name: string;
  readonly stream: AsyncIterable<Uint8Array>;
}

/** About as many events a batch holds: enough to write at once, few enough to show progress. */
export const eventsPerBatch = 10_000;

const rawLength = 500;

export function reject(
  code: ErrorCode,
  where: { line: number; column?: string | null; raw: string },
  params: ErrorParams = {},
): Rejected {
  return {
    line: where.line,
    column: where.column ?? null,
    code,
    params,
    reason: describeError(code, params, 'en'),
    // Joined anew, so that a short excerpt does not keep its whole block in memory.
    raw: Array.from(where.raw.slice(0, rawLength)).join(''),
  };
}
