import type { Params } from '../client.ts';

/** A ClickHouse server refuses a parameter of more than 128 KiB; measured in bytes of its text. */
const LONGEST_PARAM = 100_000;
/** Addresses of some length are refused by proxies; beyond it parameters travel in the body. */
const LONGEST_ADDRESS = 4_000;

/** A statement whose parameters are each short enough: longer lists are bound in parts and joined again by the engine. */
export function splitLists(sql: string, params: Params): { sql: string; params: Params } {
  let text = sql;
  const fitting: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(params)) {
    const parts = Array.isArray(value) ? partsOf(value) : [];
    if (parts.length < 2) {
      fitting[name] = value;
      continue;
    }
    for (const [index, part] of parts.entries()) fitting[`${name}_${index}`] = part;
    text = text.replaceAll(new RegExp(`\\{${name}:([^}]*)\\}`, 'g'), (_, type: string) => {
      return `arrayConcat(${parts.map((_part, index) => `{${name}_${index}:${type}}`).join(', ')})`;
    });
  }
  return { sql: text, params: { ...fitting, workspace: params.workspace } };
}

function partsOf(values: readonly unknown[]): unknown[][] {
  const parts: unknown[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const value of values) {
    const length = Buffer.byteLength(formatItem(value)) + 1;
    if (size + length > LONGEST_PARAM) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(value);
    size += length;
  }
  return parts;
}

/** The parameters as the parts of a form, where they are too long for an address; else null. */
export function formOf(params: Params): Response | null {
  const form = new FormData();
  let length = 0;
  for (const [name, value] of Object.entries(params)) {
    const text = formatParam(value);
    form.append(`param_${name}`, text);
    length += encodeURIComponent(text).length;
  }
  return length > LONGEST_ADDRESS ? new Response(form) : null;
}

/** A value as a field of TabSeparated, which is how ClickHouse reads parameters. */
function formatParam(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatItem).join(',')}]`;
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return escapeText(String(value));
}

/** A value within a list. */
function formatItem(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  return typeof value === 'string' ? `'${escapeText(value)}'` : String(value);
}

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
  '\0': '\\0',
};

const escapeText = (text: string): string => text.replaceAll(/[\\'\t\n\r\0]/g, (found) => escapes[found] ?? found);
