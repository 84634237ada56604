import type { LocalText } from '../error.ts';
import { VigieError } from '../error.ts';
import type { FactTable } from '../kpi/fact-table.ts';
import { type FactTableName, factTables } from '../kpi/facts/index.ts';
import { ticketDimensions } from '../kpi/facts/ticket-dimensions.ts';
import { nearest } from '../kpi/nearest.ts';
import { dimensions } from './dimensions.ts';

/** Where a dimension is read: a column, each value of a list, a custom field, or the wall clock of the report's zone. */
export type DimensionKind = 'column' | 'list' | 'field' | 'hour' | 'weekday';

/**
 * Something to group and filter by. `column` is its column in the facts that have it under its own name; `elsewhere` names
 * the tables that keep it in another column.
 */
export interface Dimension {
  readonly id: string;
  readonly label: LocalText;
  readonly kind: DimensionKind;
  readonly column: string;
  readonly elsewhere?: Readonly<Partial<Record<FactTableName, string>>>;
  /** Other spellings, such as those of conditions in policies. */
  readonly aliases?: readonly string[];
  /** Values are ids that may have a name: the `kind` of the table of names. */
  readonly named?: 'agent' | 'customer';
}

/** A dimension as one fact table has it. `name` is that of the custom field, else the column. */
export interface GroupKey {
  readonly id: string;
  readonly kind: DimensionKind;
  readonly name: string;
}

/** The dimension of an id or an alias; `fields.<name>` is a custom field. Throws `query.unknown-dimension`. */
export function getDimension(id: string, path?: string): Dimension {
  if (id.startsWith('fields.') && id.length > 'fields.'.length) {
    const name = id.slice('fields.'.length);
    return { id, label: { en: name, fr: name }, kind: 'field', column: 'fields' };
  }
  const found = dimensions.find((dimension) => dimension.id === id || dimension.aliases?.includes(id));
  if (found) return found;
  const suggestion = nearest(
    id,
    dimensions.map((dimension) => dimension.id),
  );
  throw new VigieError('query.unknown-dimension', { dimension: id, suggestion }, path === undefined ? {} : { path });
}

/** The columns of a table: its own, and its ticket's. */
export function columnsOf(table: FactTableName): Readonly<Record<string, string>> {
  const definition: FactTable = factTables[table];
  return definition.ofTicket ? { ...ticketDimensions, ...definition.columns } : definition.columns;
}

/** The dimension in a fact table, or null where its facts do not carry it. `credit` moves it to another column. */
export function findGroupKey(
  dimension: Dimension,
  table: FactTableName,
  credit: Readonly<Record<string, string>> = {},
): GroupKey | null {
  const { id, kind } = dimension;
  if (kind === 'hour' || kind === 'weekday') return { id, kind, name: '' };
  const name = credit[id] ?? dimension.elsewhere?.[table] ?? dimension.column;
  if (!(name in columnsOf(table))) return null;
  return { id, kind, name: kind === 'field' ? id.slice('fields.'.length) : name };
}

/** Ids of the dimensions that a fact table carries. */
export function dimensionsOf(table: FactTableName): string[] {
  return dimensions.filter((dimension) => findGroupKey(dimension, table)).map((dimension) => dimension.id);
}
