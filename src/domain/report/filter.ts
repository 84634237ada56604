/** The one filter language, of policies and of reports. `field` is a dimension or `fields.<name>`. */
export type FilterOp = 'is' | 'in' | 'contains' | 'starts-with' | 'gt' | 'lt' | 'exists';

export interface Condition {
  readonly field: string;
  readonly op: FilterOp;
  /** A scalar; a list for `in`; a boolean for `exists` (default true). `is` null matches a missing value. */
  readonly value?: string | number | boolean | null | readonly (string | number)[];
}

export type Filter =
  | { readonly all: readonly Filter[] }
  | { readonly any: readonly Filter[] }
  | { readonly not: Filter }
  | Condition;
