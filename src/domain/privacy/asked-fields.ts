import type { Condition, Filter } from '../report/filter.ts';

/** What conditions ask of the text in one field. */
export interface Asks {
  readonly equal: Set<string>;
  readonly starts: Set<string>;
  readonly parts: Set<string>;
  /** They compare it as a number or text, so that only the whole of it answers them. */
  whole: boolean;
  /** They ask whether there is one at all. */
  exists: boolean;
}

/** By canonical name of the field, as `canonicalField` gives it. */
export type AskedFields = ReadonlyMap<string, Asks>;

const aliases: Readonly<Record<string, string>> = {
  'customer.id': 'customer',
  'customer.company': 'company',
  'customer.region': 'region',
  'customer.tier': 'tier',
  'customer.type': 'customer-type',
  customerType: 'customer-type',
  tags: 'tag',
};

/** The one name of a field that conditions may call by several. */
export function canonicalField(field: string): string {
  return aliases[field] ?? field;
}

function note(asks: Asks, field: string, { op, value }: Condition): void {
  const values = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== undefined);
  switch (op) {
    case 'is':
    case 'in':
      for (const one of values) asks.equal.add(String(one));
      break;
    case 'contains':
      // Of tags it asks for a whole one.
      for (const one of values) (field === 'tag' ? asks.equal : asks.parts).add(String(one));
      break;
    case 'starts-with':
      for (const one of values) asks.starts.add(String(one));
      break;
    case 'exists':
      asks.exists = true;
      break;
    default:
      asks.whole = true;
  }
}

function nothingAsked(): Asks {
  return { equal: new Set(), starts: new Set(), parts: new Set(), whole: false, exists: false };
}

function collect(filter: Filter, asked: Map<string, Asks>): void {
  if ('all' in filter) for (const part of filter.all) collect(part, asked);
  else if ('any' in filter) for (const part of filter.any) collect(part, asked);
  else if ('not' in filter) collect(filter.not, asked);
  else {
    const field = canonicalField(filter.field);
    const asks = asked.get(field) ?? nothingAsked();
    note(asks, field, filter);
    asked.set(field, asks);
  }
}

/** What some filters, such as the conditions of policies, ask of each field. */
export function askedFields(filters: readonly Filter[]): AskedFields {
  const asked = new Map<string, Asks>();
  for (const filter of filters) collect(filter, asked);
  return asked;
}

/** Equal as conditions see it: as texts, or as numbers where both are. */
function isAskedFor({ equal }: Asks, text: string): boolean {
  if (equal.has(text)) return true;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return !Number.isNaN(number) && [...equal].some((one) => one.trim() !== '' && Number(one) === number);
}

/** Stands for what was left out of a text. */
const GAP = '…';

/**
 * What must stay of a text so that every condition still gets the same answer, in the words of the conditions alone: their
 * own value where it is one of them, else the parts they look for. Null when nothing is asked that it answers by yes.
 */
export function reduceToAsked(text: string, asks: Asks | undefined): string | null {
  if (asks === undefined) return null;
  if (asks.whole || isAskedFor(asks, text)) return text;
  const [head] = [...asks.starts].filter((start) => text.startsWith(start)).sort((a, b) => b.length - a.length);
  const parts = [...asks.parts].filter((part) => text.includes(part)).sort();
  if (head === undefined && parts.length === 0) return asks.exists ? GAP : null;
  return [head ?? GAP, ...parts, ''].join(` ${GAP} `).trim();
}
