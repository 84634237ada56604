import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import type { Batch, FileInput } from './file/batch.ts';
import { previewFile, type ReadOptions, readEvents } from './open-file.ts';
import { fileOf } from './testing.ts';

const mapping = { shape: 'history', columns: { id: 'ticket', at: 'time', who: 'agent' } };
const table = 'id,at,who\nT1,2026-01-05T09:00Z,Zoé\nT2,2026-01-05T10:00Z,Jürgen\n';
const event = (id: string, more = {}) =>
  JSON.stringify({
    specversion: '1.0',
    id,
    source: 's',
    type: 'ticket.created',
    time: '2026-01-05T09:00:00Z',
    subject: 'T',
    ...more,
  });

async function read(input: FileInput, options: Partial<ReadOptions> = { mapping }) {
  const all = {
    agents: [] as unknown[],
    ids: [] as string[],
    rejected: [] as Batch['rejected'][number][],
    notices: [] as string[],
  };
  for await (const batch of readEvents(input, { source: 'desk', ...options })) {
    all.ids.push(...batch.events.map(({ id }) => id));
    all.agents.push(...batch.events.map(({ data }) => data.agent));
    all.rejected.push(...batch.rejected);
    all.notices.push(...batch.notices.map(({ code, params }) => `${code} ${params.line ?? ''}`));
  }
  return all;
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Error && 'code' in error ? String(error.code) : 'none';
}

async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

const windows1252 = (text: string): Buffer => Buffer.from(text, 'latin1');
const wide = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

describe('files', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['plain', () => Buffer.from(table)],
    ['with a BOM', () => Buffer.from(`\ufeff${table}`)],
    ['with Windows line ends', () => Buffer.from(table.replaceAll('\n', '\r\n'))],
    ['with old Macintosh line ends', () => Buffer.from(table.replaceAll('\n', '\r'))],
    ['in UTF-16', () => wide(table)],
    ['gzipped', () => gzipSync(table)],
    ['gzipped in two members', () => Buffer.concat([gzipSync(table.slice(0, 20)), gzipSync(table.slice(20))])],
    ['zipped among clutter', () => zipOf({ '__MACOSX/._a.csv': 'x', 'readme.md': 'x', 'in/a.csv': table })],
  ])('a table is read %s, told by its content and not by its name', async (_, make) => {
    const bytes = await make();
    expect(await read(fileOf(bytes, 'download', 7))).toMatchObject({
      agents: ['Zoé', 'Jürgen'],
      rejected: [],
      notices: [],
    });
  });

  test('a table in Windows-1252 is read, and that is said', async () => {
    expect(await read(fileOf(windows1252(table)))).toMatchObject({
      agents: ['Zoé', 'Jürgen'],
      notices: ['import.windows-1252 2'],
    });
  });

  test('UTF-8 with a broken letter stays UTF-8, and that is said', async () => {
    const bytes = Buffer.concat([Buffer.from(table), windows1252('T3,2026-01-05T10:00Z,René\n')]);
    expect(await read(fileOf(bytes))).toMatchObject({
      agents: ['Zoé', 'Jürgen', 'Ren\ufffd'],
      notices: ['import.bad-utf8 4'],
    });
  });

  test('a given encoding is used', async () => {
    const given = { mapping: { ...mapping, encoding: 'iso-8859-2' } };
    expect(await read(fileOf(Buffer.from(table.replace('Zoé', '\u00b3'), 'latin1')), given)).toMatchObject({
      agents: ['ł', 'Jürgen'],
      notices: [],
    });
  });

  test('a line of 10 MB is refused without being held, and the lines around it are kept', async () => {
    const input = fileOf(`${table}${'x'.repeat(10_000_000)}\nT3,2026-01-06T09:00Z,Ann\n`);
    const { agents, rejected } = await read(input);
    expect(agents).toEqual(['Zoé', 'Jürgen', 'Ann']);
    expect(rejected).toMatchObject([{ line: 4, code: 'import.line-too-long', params: { limit: '1 MiB' } }]);
    expect(rejected[0]?.raw).toHaveLength(500);
  });

  test('a gzip that breaks off gives what came before, and tells the damage', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `T${i},2026-01-05T09:00Z,${Math.sin(i)}\n`).join('');
    const whole = gzipSync(`id,at,who\n${rows}`);
    const { ids, rejected } = await read(fileOf(whole.subarray(0, whole.length / 2)));
    expect(ids.length).toBeGreaterThan(1000);
    expect(rejected).toMatchObject([{ code: 'import.archive-broken' }]);
  });

  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['import.empty', 'of 0 bytes', () => Buffer.alloc(0)],
    ['import.empty', 'of 0 bytes, gzipped', () => gzipSync('')],
    ['import.no-rows', 'with a header only', () => Buffer.from('id,at,who\n')],
    ['import.no-rows', 'of blank lines', () => Buffer.from('\n\n')],
    ['import.not-text', 'that is a PDF', () => Buffer.from('%PDF-1.7')],
    ['import.not-text', 'of zeros', () => Buffer.alloc(100)],
    ['import.not-text', 'that is a workbook', () => zipOf({ '[Content_Types].xml': '', 'xl/a.csv': '' })],
    ['import.not-text', 'that is a JSON array', () => Buffer.from('[{}]')],
    ['import.archive-empty', 'zipped without a table', () => zipOf({ 'a.png': '' })],
    ['import.archive-broken', 'that only looks like gzip', () => Buffer.from([0x1f, 0x8b, 1, 2, 3, 4])],
    ['import.archive-broken', 'that only looks like zip', () => Buffer.from('PK\x03\x04xxxxxxxxxxxxxxxxxxxxxxxxxxxx')],
  ])('%s tells of a file %s', async (code, _, make) => {
    expect(await codeOf(read(fileOf(await make())))).toBe(code);
  });

  test('a table without a mapping is an error that says how to give one', async () => {
    expect(await codeOf(read(fileOf(table), {}))).toBe('import.mapping-needed');
  });

  test('bytes read count the file as it came, so that progress can be told', async () => {
    const bytes = gzipSync(table);
    let last = 0;
    for await (const batch of readEvents(fileOf(bytes), { source: 's', mapping })) last = batch.bytesRead;
    expect(last).toBe(bytes.length);
  });
});

describe('files of events', () => {
  test('good lines are events, bad ones are told with line, place and reason', async () => {
    const lines = [event('1'), '', '{"id": nope}', event('2', { time: 'soon' }), event('3', { type: 'x' }), event('4')];
    const { ids, rejected } = await read(fileOf(lines.join('\r\n'), 'events.txt'));
    expect(ids).toEqual(['1', '4']);
    expect(rejected).toMatchObject([
      { line: 3, code: 'import.bad-json', raw: '{"id": nope}\r' },
      { line: 4, column: '$.time', code: 'event.bad-instant' },
      { line: 5, column: '$.type', code: 'event.unknown-type' },
    ]);
    expect(rejected[0]?.column).toMatch(/^\d+$/);
  });

  test('an event that names no source belongs to the source of the import', async () => {
    const events = [];
    for await (const batch of readEvents(fileOf(event('1', { source: undefined })), { source: 'desk' })) {
      events.push(...batch.events);
    }
    expect(events[0]?.source).toBe('desk');
  });

  test('a preview tells events from tables', async () => {
    expect(await previewFile(fileOf(event('1')))).toEqual({ format: 'ndjson', guess: null });
    expect((await previewFile(fileOf(table))).guess?.header).toEqual(['id', 'at', 'who']);
  });
});
