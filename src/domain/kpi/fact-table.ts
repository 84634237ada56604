/**
 * What a column of a fact table holds. `key`, `text`, `id` and `note` are strings: `text` is one of few values, `id` names one
 * of very many (a customer), `note` is free text. `instant` is epoch milliseconds, `seconds` a whole number of seconds, `count` a whole number ≥ 0, `number` any number, `flag` a
 * boolean, `texts` a list of strings, `map` custom fields by name. All but `key`, `count`, `texts` and `map` may be null.
 */
export type ColumnKind =
  | 'key'
  | 'text'
  | 'id'
  | 'note'
  | 'instant'
  | 'seconds'
  | 'count'
  | 'number'
  | 'flag'
  | 'texts'
  | 'map';

interface ColumnValues {
  key: string;
  text: string | null;
  id: string | null;
  note: string | null;
  instant: number | null;
  seconds: number | null;
  count: number;
  number: number | null;
  flag: boolean | null;
  texts: readonly string[];
  map: Readonly<Record<string, string>>;
}

export type Columns = Readonly<Record<string, ColumnKind>>;

/** A row of a fact table, one property a column. */
export type Row<C extends Columns> = { -readonly [K in keyof C]: ColumnValues[C[K]] };

/**
 * A fact table: one grain, its own columns, and whether each row also carries the dimensions of its ticket
 * (`ticketDimensions`, in the property `dims` of the row). `n` numbers the rows of one `key` from 0, so that a later fold
 * replaces each row and buries those that are gone.
 */
export interface FactTable<C extends Columns = Columns> {
  readonly name: string;
  readonly grain: string;
  readonly ofTicket: boolean;
  readonly columns: C;
}

export function defineFactTable<const C extends Columns>(table: FactTable<C>): FactTable<C> {
  return table;
}
