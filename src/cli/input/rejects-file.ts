import { type FileHandle, open } from 'node:fs/promises';
import { describeError, type ErrorParams, type Language } from '#domain/error.ts';
import type { ErrorCode } from '#domain/error-catalogue.ts';
import { writeError } from './write-error.ts';

/** A row that was not taken, as imports tell of it. */
export interface RejectedRow {
  readonly line: number;
  readonly column: string | null;
  readonly code: ErrorCode;
  readonly params: ErrorParams;
  readonly reason: string;
  readonly raw: string;
}

/** The file of rejected rows (CSV: line, column, code, reason, raw). It is made with the first row, and not without. */
export class RejectsFile {
  readonly path: string;
  readonly #name: string;
  readonly #language: Language;
  #handle: Promise<FileHandle> | null = null;
  #written: Promise<unknown> = Promise.resolve();
  rows = 0;

  /** `name` is the path as it was typed. */
  constructor(path: string, name: string, language: Language) {
    this.path = path;
    this.#name = name;
    this.#language = language;
  }

  add(rows: readonly RejectedRow[]): void {
    if (rows.length === 0) return;
    this.rows += rows.length;
    const text = rows.map((row) => this.#lineOf(row)).join('');
    this.#written = this.#written.then(async () => {
      this.#handle ??= this.#open();
      await (await this.#handle).write(text);
    });
    // Told by `close`.
    this.#written.catch(() => undefined);
  }

  /** Throws `file.not-writable` where the rows could not be kept. */
  async close(): Promise<void> {
    try {
      await this.#written;
      await (await this.#handle)?.close();
    } catch (error) {
      throw writeError(error, this.#name);
    }
  }

  async #open(): Promise<FileHandle> {
    const handle = await open(this.path, 'w');
    await handle.write('line,column,code,reason,raw\n');
    return handle;
  }

  #lineOf({ line, column, code, params, reason, raw }: RejectedRow): string {
    // What is wrong with an event is told with values that only its English text holds.
    const words = code.startsWith('event.') ? reason : describeError(code, params, this.#language);
    return `${[String(line), column ?? '', code, words, raw].map(quote).join(',')}\n`;
  }
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
