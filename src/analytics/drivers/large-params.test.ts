import { expect, test } from 'vitest';
import { formOf, splitLists } from './large-params.ts';

const workspace = 'here';

test('short parameters and their statement stay as they are', () => {
  const params = { workspace, keys: ['a', 'b'], n: 5 };
  expect(splitLists('SELECT {keys:Array(String)}', params)).toEqual({ sql: 'SELECT {keys:Array(String)}', params });
  expect(formOf(params)).toBeNull();
});

test('a list too long for one parameter is bound in parts, each time it is named', () => {
  const keys = Array.from({ length: 9_000 }, (_, index) => `é-ticket-${index}`);
  const sql = 'SELECT x IN ({keys:Array(String)}), length({keys:Array(String)}), {other:String}';
  const { sql: split, params } = splitLists(sql, { workspace, keys, other: 'o' });
  const joined = 'arrayConcat({keys_0:Array(String)}, {keys_1:Array(String)})';
  expect(split).toBe(`SELECT x IN (${joined}), length(${joined}), {other:String}`);
  expect([...(params.keys_0 as string[]), ...(params.keys_1 as string[])]).toEqual(keys);
  expect(params).toMatchObject({ workspace, other: 'o' });
  expect(params).not.toHaveProperty('keys');
});

test('parameters too long for an address travel as a form, escaped as ClickHouse reads them', async () => {
  const list = [
    ...Array.from({ length: 1_000 }, () => 'filler'),
    "o'Brien",
    'a\tb\nc\rd',
    'back\\slash',
    null,
    7,
    true,
  ];
  const form = formOf({ workspace: "w'\t", list, none: null, flag: true });
  const fields = await (form as Response).formData();
  expect(fields.get('param_workspace')).toBe("w\\'\\t");
  expect(fields.get('param_none')).toBe('\\N');
  expect(fields.get('param_flag')).toBe('1');
  expect(String(fields.get('param_list'))).toMatch(/,'o\\'Brien','a\\tb\\nc\\rd','back\\\\slash',NULL,7,true\]$/);
});
