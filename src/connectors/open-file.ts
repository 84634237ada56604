import { VigieError } from '#domain/error.ts';
import type { Event } from '#domain/ticket/event.ts';
import { csvToParts } from './csv/csv-to-batches.ts';
import { type GuessedMapping, guessMapping } from './csv/guess-mapping.ts';
import { type Mapping, parseMapping } from './csv/mapping.ts';
import { readCsv } from './csv/read-csv.ts';
import { type Batch, eventsPerBatch, type FileInput, type Notice, type Rejected, reject } from './file/batch.ts';
import { ByteSource } from './file/byte-source.ts';
import { decodeLines, LineDecoder, normaliseBytes, type TextBlock } from './file/decode-lines.ts';
import { unpack } from './file/unpack.ts';
import { checkNdjsonStart, NdjsonReader } from './ndjson/read-ndjson.ts';

export interface ReadOptions {
  /** The connected account that the events belong to. */
  readonly source: string;
  /** Of tables: what their columns mean, checked here. */
  readonly mapping?: unknown;
}

export type FileFormat = 'csv' | 'ndjson';

interface OpenedFile {
  readonly format: FileFormat;
  readonly decoder: LineDecoder;
  readonly blocks: AsyncIterable<TextBlock>;
  readonly source: ByteSource;
}

const headBytes = 4096;

function findFormat(head: Uint8Array): FileFormat {
  const text = new TextDecoder().decode(head).trimStart();
  return text.startsWith('{') || text.startsWith('[') ? 'ndjson' : 'csv';
}

async function openFile(input: FileInput, encoding: string | undefined): Promise<OpenedFile> {
  const source = new ByteSource(input.stream);
  const unpacked = await unpack(input.name, source);
  const bytes = new ByteSource(await normaliseBytes(input.name, unpacked.bytes, encoding));
  const head = await bytes.peek(headBytes);
  const format = findFormat(head);
  if (format === 'ndjson') checkNdjsonStart(input.name, new TextDecoder().decode(head));
  const decoder = new LineDecoder(encoding);
  return { format, decoder, blocks: decodeLines(bytes, decoder), source };
}

/** A file of events, undecoded, for a reader that cuts it into slices; null where the file is a table. */
export async function openNdjson(
  input: FileInput,
): Promise<{ bytes: AsyncIterable<Uint8Array>; bytesRead(): number } | null> {
  const source = new ByteSource(input.stream);
  const unpacked = await unpack(input.name, source);
  const bytes = new ByteSource(await normaliseBytes(input.name, unpacked.bytes, undefined));
  const head = await bytes.peek(headBytes);
  if (findFormat(head) !== 'ndjson') return null;
  checkNdjsonStart(input.name, new TextDecoder().decode(head));
  return { bytes, bytesRead: () => source.bytesRead };
}

type Part = Omit<Batch, 'bytesRead'>;

async function* ndjsonParts(blocks: AsyncIterable<TextBlock>, source: string): AsyncGenerator<Part, { rows: number }> {
  const reader = new NdjsonReader(1, source);
  for await (const block of blocks) {
    reader.read(block);
    yield { ...reader.take(), notices: [] };
  }
  return { rows: reader.lines };
}

function parseTableMapping(mapping: unknown): Mapping | null {
  return mapping === undefined || mapping === null ? null : parseMapping(mapping);
}

async function* readParts(input: FileInput, options: ReadOptions, opened: OpenedFile): AsyncGenerator<Part> {
  const damage: Rejected[] = [];
  const blocks = untilDamage(opened.blocks, damage);
  let parts: AsyncGenerator<Part, { rows: number }>;
  if (opened.format === 'ndjson') {
    parts = ndjsonParts(blocks, options.source);
  } else {
    const mapping = parseTableMapping(options.mapping);
    if (mapping === null) throw new VigieError('import.mapping-needed', { file: input.name });
    parts = csvToParts(readCsv(blocks, mapping.delimiter), mapping, options.source);
  }
  const { rows } = yield* parts;
  if (rows === 0) throw new VigieError('import.no-rows', { file: input.name });
  const { notice } = opened.decoder;
  const notices = notice === null ? [] : [{ code: notice.code, params: { line: notice.line } }];
  yield { events: [], rejected: damage, notices };
}

/** An archive that breaks off has given its good part: it is kept, and the damage is told as a rejection at its end. */
async function* untilDamage(blocks: AsyncIterable<TextBlock>, damage: Rejected[]): AsyncGenerator<TextBlock> {
  let any = false;
  try {
    for await (const block of blocks) {
      any = true;
      yield block;
    }
  } catch (error) {
    if (!(error instanceof VigieError) || error.code !== 'import.archive-broken' || !any) throw error;
    damage.push(reject(error.code, { line: 0, raw: '' }, error.params));
  }
}

const bytesPerReport = 4_194_304;

/**
 * Reads a file of events (NDJSON) or a table (CSV, with a mapping), plain or compressed, told by its content. Batches hold
 * events ready for the journal; broken rows come as rejections. Throws `VigieError` where nothing can be read.
 */
export async function* readEvents(input: FileInput, options: ReadOptions): AsyncGenerator<Batch> {
  const mapping = parseTableMapping(options.mapping);
  const opened = await openFile(input, mapping?.encoding);
  let events: Event[] = [];
  let rejected: Rejected[] = [];
  let notices: Notice[] = [];
  let reported = 0;
  for await (const part of readParts(input, options, opened)) {
    for (const event of part.events) events.push(event);
    for (const row of part.rejected) rejected.push(row);
    notices.push(...part.notices);
    const { bytesRead } = opened.source;
    // A history gives its events only when it has been read whole: until then its batches tell how far it is.
    const isDue = bytesRead - reported >= bytesPerReport && part.events.length === 0;
    if (events.length + rejected.length < eventsPerBatch && !isDue) continue;
    yield { events, rejected, notices, bytesRead };
    reported = bytesRead;
    events = [];
    rejected = [];
    notices = [];
  }
  yield { events, rejected, notices, bytesRead: opened.source.bytesRead };
}

/** Rows that a guess looks at: enough to meet most words of a status column. */
const previewSample = 5000;

export interface FilePreview {
  readonly format: FileFormat;
  /** Of tables only. */
  readonly guess: GuessedMapping | null;
}

/** Looks at the beginning of a file: its format, and for a table the mapping that its columns suggest. */
export async function previewFile(input: FileInput, options: { timeZone?: string } = {}): Promise<FilePreview> {
  const opened = await openFile(input, undefined);
  if (opened.format === 'ndjson') return { format: 'ndjson', guess: null };
  const sample = { header: [] as readonly string[], delimiter: ',', rows: [] as (readonly string[])[] };
  for await (const { header, delimiter, rows } of readCsv(opened.blocks)) {
    Object.assign(sample, { header, delimiter });
    for (const row of rows) sample.rows.push(row);
    if (sample.rows.length >= previewSample) break;
  }
  if (sample.rows.length === 0) throw new VigieError('import.no-rows', { file: input.name });
  return { format: 'csv', guess: guessMapping(sample, options) };
}
