import { VigieError } from '#domain/error.ts';
import type { Event } from '#domain/ticket/event.ts';
import { type EventProblem, parseEvent } from '#domain/ticket/parse-event.ts';
import { type Batch, type Rejected, reject } from '../file/batch.ts';
import { maxLineBytes } from '../file/cut-lines.ts';
import { LineDecoder, type TextBlock } from '../file/decode-lines.ts';

/** Where V8 says that JSON broke, and what it says of it. */
function explainBadJson(line: string, error: unknown): { at: number; reason: string } {
  const message = error instanceof Error ? error.message : String(error);
  const at = /position (\d+)/.exec(message)?.[1];
  const reason = message.replace(/ in JSON at position.*$/, '').replace(/, (\.\.\.)?".*$/s, '');
  return { at: at === undefined ? line.trimEnd().length + 1 : Number(at) + 1, reason };
}

function rejectEvent(problem: EventProblem, line: number, raw: string): Rejected {
  const { code, path, message } = problem;
  return { ...reject(code, { line, column: path, raw }, { path }), reason: message };
}

/** Reads events, one JSON object a line. Empty lines are passed over; every other line is an event or a rejection. */
export class NdjsonReader {
  events: Event[] = [];
  rejected: Rejected[] = [];
  lines = 0;
  #line: number;
  readonly #source: string | null;

  /** `source` stands in for events that do not name their own. */
  constructor(firstLine = 1, source: string | null = null) {
    this.#line = firstLine;
    this.#source = source;
  }

  read({ text, refused }: TextBlock): void {
    for (let at = 0; at < text.length; this.#line++) {
      const found = text.indexOf('\n', at);
      const end = found < 0 ? text.length : found;
      this.#readLine(text.slice(at, end));
      at = end + 1;
    }
    if (refused === null) return;
    this.#refuseLong(refused);
    this.#line++;
  }

  #refuseLong(raw: string): void {
    this.lines++;
    this.rejected.push(reject('import.line-too-long', { line: this.#line, raw }, { limit: '1 MiB' }));
  }

  #readLine(line: string): void {
    if (line === '' || line.trim() === '') return;
    if (line.length > maxLineBytes) {
      this.#refuseLong(line);
      return;
    }
    this.lines++;
    let input: unknown;
    try {
      input = JSON.parse(line);
    } catch (error) {
      const { at, reason } = explainBadJson(line, error);
      const where = { line: this.#line, column: String(at), raw: line };
      this.rejected.push(reject('import.bad-json', where, { at, reason }));
      return;
    }
    const parsed = parseEvent(this.#withSource(input));
    if ('event' in parsed) this.events.push(parsed.event);
    else for (const problem of parsed.problems.slice(0, 1)) this.rejected.push(rejectEvent(problem, this.#line, line));
  }

  #withSource(input: unknown): unknown {
    if (this.#source === null || typeof input !== 'object' || input === null) return input;
    const fields = input as Record<string, unknown>;
    if (fields.source === undefined || fields.source === null) fields.source = this.#source;
    return fields;
  }

  take(): Pick<Batch, 'events' | 'rejected'> {
    const { events, rejected } = this;
    this.events = [];
    this.rejected = [];
    return { events, rejected };
  }
}

/** Parses whole lines that were cut out of a file; `firstLine` is the number of the first of them. */
export function parseNdjson(bytes: Uint8Array, firstLine: number, source: string | null = null): Batch {
  const reader = new NdjsonReader(firstLine, source);
  reader.read({ text: new LineDecoder().decode(bytes), refused: null });
  return { ...reader.take(), notices: [], bytesRead: bytes.length };
}

/** A file of events is JSON objects; a JSON array is told apart, because it cannot be read line by line. */
export function checkNdjsonStart(file: string, head: string): void {
  if (head.trimStart().startsWith('[')) throw new VigieError('import.not-text', { file, found: 'JSON [ … ]' });
}
