import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TextBlock } from '../file/decode-lines.ts';
import { sniffDelimiter } from './dialect.ts';
import { readCsv } from './read-csv.ts';

async function* blocksOf(text: string, linesPerBlock: number): AsyncGenerator<TextBlock> {
  const lines = text.split(/(?<=\n)/);
  for (let i = 0; i < lines.length; i += linesPerBlock) {
    yield { text: lines.slice(i, i + linesPerBlock).join(''), refused: null };
  }
}

async function read(text: string, linesPerBlock = 2, delimiter?: string) {
  const all = { header: [] as readonly string[], rows: [] as (readonly string[])[], lines: [] as number[] };
  const rejected: [number, string][] = [];
  for await (const block of readCsv(blocksOf(text, linesPerBlock), delimiter)) {
    all.header = block.header;
    all.rows.push(...block.rows);
    all.lines.push(...block.lines);
    rejected.push(...block.rejected.map(({ line, code }): [number, string] => [line, code]));
  }
  return { ...all, rejected };
}

describe('tables', () => {
  test.each([
    ['a,b\n1,2\n', ','],
    ['a;b\n1,5;2,5\n', ';'],
    ['a\tb\n1\t2\n', '\t'],
    ['a|b\n1|2\n', '|'],
    ['a;"b,c,d"\n1;"2,3,4"\n', ';'],
    ['sep=;\na;b,c\n', ';'],
    ['only\nrows\n', ','],
  ])('the delimiter of %j is found', (text, delimiter) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  test('Windows line ends, quotes, quoted line ends and a missing last line end are read', async () => {
    const text = 'id,note\r\n1,"a ""b"", c"\r\n2,"two\r\nlines"\r\n\r\n3, "x" \r\n4,5" screen';
    expect(await read(text, 1)).toEqual({
      header: ['id', 'note'],
      rows: [
        ['1', 'a "b", c'],
        ['2', 'two\r\nlines'],
        ['3', 'x'],
        ['4', '5" screen'],
      ],
      lines: [2, 3, 6, 7],
      rejected: [],
    });
  });

  test('a row with too few or too many cells is rejected with its line, and the others are kept', async () => {
    const { rows, rejected } = await read('a,b\n1,2\n3\n4,5,6\n7,8\n');
    expect(rows).toEqual([
      ['1', '2'],
      ['7', '8'],
    ]);
    expect(rejected).toEqual([
      [3, 'import.cell-count'],
      [4, 'import.cell-count'],
    ]);
  });

  test('a quote that is never closed costs its own line only', async () => {
    const { rows, rejected } = await read('a,b\n1,"open\n2,3\n4,5\n');
    expect(rejected).toEqual([[2, 'import.quote-open']]);
    expect(rows).toEqual([
      ['2', '3'],
      ['4', '5'],
    ]);
  });

  test('text after a closing quote is rejected', async () => {
    expect((await read('a,b\n"1"x,2\n3,4\n')).rejected).toEqual([[2, 'import.quote-open']]);
  });

  test('rows of nothing at the end of a spreadsheet are passed over', async () => {
    expect(await read('a,b\n1,2\n,\n , \n')).toMatchObject({ rows: [['1', '2']], rejected: [] });
  });

  test('any table that csv-parse reads is read the same, however it is cut into blocks', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\n', '\r\n'), maxLength: 6 });
    const quoted = (text: string): string => (/[",;\r\n ]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    const table = fc.array(fc.tuple(fc.constantFrom('k', 'x'), cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom('\n', '\r\n'),
        async (rows, size, end) => {
          const text = ['h,i,j', ...rows.map((row) => row.map(quoted).join(','))].join(end);
          const expected = parse(text, { record_delimiter: ['\r\n', '\n'] }).slice(1);
          expect((await read(text, size, ',')).rows).toEqual(expected);
        },
      ),
      { numRuns: 200 },
    );
  });
});
