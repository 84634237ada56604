import { type Rejected, reject } from '../file/batch.ts';
import { maxLineBytes } from '../file/cut-lines.ts';
import type { TextBlock } from '../file/decode-lines.ts';
import { isSeparatorLine, sniffDelimiter } from './dialect.ts';
import { splitQuoted, withoutReturn } from './split-records.ts';

/** Records of one block of the file; `lines[i]` is the line on which `rows[i]` begins. */
export interface CsvBlock {
  readonly header: readonly string[];
  readonly delimiter: string;
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  readonly rejected: readonly Rejected[];
}

const tooLong = { limit: '1 MiB' };

/** Cuts text into records, block by block; the table's first record is its header. */
class CsvReader {
  header: string[] | null = null;
  rows: string[][] = [];
  lines: number[] = [];
  rejected: Rejected[] = [];
  #line = 1;
  #held = '';
  #hasQuotes = false;
  #delimiter: string | null;

  constructor(delimiter: string | undefined) {
    this.#delimiter = delimiter ?? null;
  }

  get delimiter(): string {
    return this.#delimiter ?? ',';
  }

  read(block: TextBlock, isLast: boolean): void {
    const text = this.#held === '' ? block.text : this.#held + block.text;
    this.#delimiter ??= sniffDelimiter(text);
    this.#held = '';
    // A record that waits for its closing quote cannot go on across a line that was refused.
    this.#readText(text, isLast || block.refused !== null);
    if (block.refused === null) return;
    this.rejected.push(reject('import.line-too-long', { line: this.#line, raw: block.refused }, tooLong));
    this.#line++;
  }

  #readText(text: string, isLast: boolean): void {
    const delimiter = this.delimiter;
    // In a field, because V8 moves this search of the whole block into the loop where it may: 40 times slower.
    this.#hasQuotes = text.includes('"');
    for (let at = 0; at < text.length; ) {
      const found = text.indexOf('\n', at);
      const end = found < 0 ? text.length : found;
      const line = text.slice(at, end);
      if (!this.#hasQuotes || !line.includes('"')) {
        this.#take(withoutReturn(line).split(delimiter), line);
        this.#line++;
        at = end + 1;
        continue;
      }
      const next = this.#readQuoted(text, at, line, isLast);
      if (next < 0) return;
      at = next;
    }
  }

  /** Where to go on, or −1 when the record needs the next block. A record that never ends costs its first line only. */
  #readQuoted(text: string, at: number, line: string, isLast: boolean): number {
    const result = splitQuoted(text, at, this.delimiter);
    if (result === 'unfinished' && !isLast && text.length - at <= maxLineBytes) {
      this.#held = text.slice(at);
      return -1;
    }
    if (typeof result === 'string') {
      this.rejected.push(reject('import.quote-open', { line: this.#line, raw: withoutReturn(line) }));
      this.#line++;
      return at + line.length + 1;
    }
    this.#take(result.cells, line);
    for (let end = text.indexOf('\n', at); end >= 0 && end < result.next; end = text.indexOf('\n', end + 1))
      this.#line++;
    return result.next;
  }

  #take(cells: string[], line: string): void {
    // Spreadsheets fill the end of a table with rows of nothing.
    if (cells[0]?.trim() === '' && cells.every((cell) => cell.trim() === '')) return;
    if (line.length > maxLineBytes) {
      this.rejected.push(reject('import.line-too-long', { line: this.#line, raw: line }, tooLong));
    } else if (this.header === null) {
      if (!isSeparatorLine(line)) this.header = cells.map((cell) => cell.trim());
    } else if (cells.length !== this.header.length) {
      const params = { found: cells.length, expected: this.header.length };
      this.rejected.push(reject('import.cell-count', { line: this.#line, raw: withoutReturn(line) }, params));
    } else {
      this.rows.push(cells);
      this.lines.push(this.#line);
    }
  }

  takeBlock(): CsvBlock {
    const { header, delimiter, rows, lines, rejected } = this;
    this.rows = [];
    this.lines = [];
    this.rejected = [];
    return { header: header ?? [], delimiter, rows, lines, rejected };
  }
}

/** Reads a table block by block. Broken rows are rejected with their line; the others are kept. */
export async function* readCsv(blocks: AsyncIterable<TextBlock>, delimiter?: string): AsyncGenerator<CsvBlock> {
  const reader = new CsvReader(delimiter);
  for await (const block of blocks) {
    reader.read(block, false);
    yield reader.takeBlock();
  }
  reader.read({ text: '', refused: null }, true);
  yield reader.takeBlock();
}
