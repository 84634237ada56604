import { VigieError } from '#domain/error.ts';
import { ByteSource } from './byte-source.ts';
import { cutLines } from './cut-lines.ts';

const blockBytes = 262_144;
const newline = 10;

/** Whole lines of text. `refused` is the beginning of an overlong line that follows them. */
export interface TextBlock {
  readonly text: string;
  readonly refused: string | null;
}

export interface EncodingNotice {
  readonly code: 'import.windows-1252' | 'import.bad-utf8';
  readonly line: number;
}

/**
 * Decodes whole lines. Without a given encoding a file is UTF-8 until its first invalid bytes: if no valid letter beyond
 * ASCII stood before them, what was read is the same in both and the file is Windows-1252; else it is damaged UTF-8.
 */
export class LineDecoder {
  notice: EncodingNotice | null = null;
  #line = 1;
  #sawUtf8 = false;
  readonly #given: string | undefined;
  #decoder: TextDecoder;

  constructor(encoding?: string) {
    // UTF-16 was made UTF-8 before it came here.
    this.#given = isWide(encoding) ? undefined : encoding;
    this.#decoder = new TextDecoder(this.#given ?? 'utf-8', { fatal: this.#given === undefined, ignoreBOM: true });
  }

  decode(bytes: Uint8Array): string {
    const text = this.#decodeOnce(bytes);
    if (this.#given === undefined && this.notice === null) {
      if (text.length !== bytes.length) this.#sawUtf8 = true;
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#line++;
    }
    return text;
  }

  #decodeOnce(bytes: Uint8Array): string {
    try {
      return this.#decoder.decode(bytes);
    } catch {
      return this.#fallBack(bytes);
    }
  }

  #fallBack(bytes: Uint8Array): string {
    const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
    const text = lenient.decode(bytes);
    const bad = text.indexOf('\ufffd');
    const line = this.#line + text.slice(0, bad).split('\n').length - 1;
    const valid = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
    const invalid = text.match(/\ufffd/g)?.length ?? 0;
    if (this.#sawUtf8 || valid > invalid) {
      this.notice = { code: 'import.bad-utf8', line };
      this.#decoder = lenient;
      return text;
    }
    this.notice = { code: 'import.windows-1252', line };
    this.#decoder = new TextDecoder('windows-1252');
    return this.#decoder.decode(bytes);
  }
}

function isWide(encoding: string | undefined): encoding is string {
  return encoding !== undefined && new TextDecoder(encoding).encoding.startsWith('utf-16');
}

/** UTF-16 becomes UTF-8, old Macintosh line ends become new ones, a BOM goes: what follows sees one kind of bytes. */
export async function normaliseBytes(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  encoding?: string,
): Promise<AsyncIterable<Uint8Array>> {
  const source = new ByteSource(bytes);
  const head = await source.peek(65_536);
  if (head.length === 0) throw new VigieError('import.empty', { file: name });
  if (isWide(encoding)) return transcode(source, encoding);
  if (head[0] === 0xff && head[1] === 0xfe) return transcode(source, 'utf-16le');
  if (head[0] === 0xfe && head[1] === 0xff) return transcode(source, 'utf-16be');
  if (head.includes(0)) throw new VigieError('import.not-text', { file: name, found: 'NUL' });
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  const onlyCarriageReturns = head.includes(13) && !head.includes(newline);
  return withoutStart(source, start, onlyCarriageReturns);
}

async function* transcode(source: ByteSource, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

async function* withoutStart(source: ByteSource, start: number, carriageReturns: boolean): AsyncGenerator<Uint8Array> {
  let skip = start;
  for await (const chunk of source) {
    const rest = chunk.subarray(skip);
    skip = 0;
    yield carriageReturns ? rest.map((byte) => (byte === 13 ? newline : byte)) : rest;
  }
}

/** Gathers bytes into blocks of whole lines and decodes them. */
export async function* decodeLines(bytes: AsyncIterable<Uint8Array>, decoder: LineDecoder): AsyncGenerator<TextBlock> {
  for await (const { bytes: lines, refused } of cutLines(bytes, blockBytes))
    yield { text: decoder.decode(lines), refused };
}
