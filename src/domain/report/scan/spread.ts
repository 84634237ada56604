import { isKnown } from '../../kpi/expression.ts';
import { type Aggregate, count, sum } from '../../kpi/measure.ts';
import { findGroupKey, getDimension } from '../dimension.ts';
import type { Filter } from '../filter.ts';
import { compileFilter, fieldsOfFilter } from '../match-filter.ts';
import type { Cell } from '../query.ts';
import { quantileOfLists } from './lists-quantile.ts';
import { aggregateKey, isAlways, type Scan, type ScanRow, sharedConditions } from './scan.ts';

/**
 * A scan as one over the values of one more dimension, from whose rows it can be answered for any filter on that dimension:
 * sums and counts add up, and the numbers of a quantile are kept.
 */
export interface Spread {
  /** The dimension is the last key; the first aggregate counts the rows that make a group exist. */
  readonly sums: Scan;
  /** Quantiles, each for all levels of the same numbers. */
  readonly listed: readonly Aggregate[];
  /** What the filter asks of the dimension alone; null for nothing. */
  readonly own: Filter | null;
}

/** The numbers of one quantile in one group and bucket, rising. */
export interface ListRow {
  readonly group: readonly Cell[];
  readonly bucket: number;
  readonly numbers: Float64Array;
}

/** How a scan is spread over a dimension; null where its figures cannot be put together again. */
export function spreadOver(scan: Scan, dimension: string): Spread | null {
  const key = findGroupKey(getDimension(dimension), scan.source.table, scan.source.credit);
  if (key === null || (key.kind !== 'column' && key.kind !== 'field')) return null;
  if (scan.only !== null || scan.leaders !== null) return null;
  if (scan.aggregates.some(({ kind }) => kind === 'distinct' || kind === 'peak')) return null;
  const { own, rest } = splitFilter(scan.filter, key.id);
  const presence = count({ ...scan.source, where: sharedConditions(scan.aggregates) });
  const aggregates = distinct([presence, ...scan.aggregates.flatMap(partsOf)]);
  return {
    sums: { ...scan, aggregates, keys: [...scan.keys, key], filter: rest, total: false },
    listed: distinct(scan.aggregates.filter(({ kind }) => kind === 'quantile').map(anyLevel)),
    own,
  };
}

/** Splits a filter into what it asks of one dimension, and the rest. */
function splitFilter(filter: Filter | null, dimension: string): { own: Filter | null; rest: Filter | null } {
  const parts = filter === null ? [] : conjuncts(filter);
  const isOwn = (part: Filter) => {
    const fields = fieldsOfFilter(part);
    return fields.length > 0 && fields.every((field) => getDimension(field).id === dimension);
  };
  return { own: allOf(parts.filter(isOwn)), rest: allOf(parts.filter((part) => !isOwn(part))) };
}

const conjuncts = (filter: Filter): readonly Filter[] => ('all' in filter ? filter.all.flatMap(conjuncts) : [filter]);
const allOf = (parts: readonly Filter[]): Filter | null => (parts.length > 1 ? { all: parts } : (parts[0] ?? null));

const anyLevel = (aggregate: Aggregate): Aggregate => ({ ...aggregate, level: null });

/** The sums and counts that an aggregate is put together from; a quantile needs to know how many numbers it has. */
function partsOf(aggregate: Aggregate): Aggregate[] {
  if (aggregate.kind === 'mean') return [sumOf(aggregate), knownOf(aggregate)];
  return aggregate.kind === 'quantile' ? [knownOf(aggregate)] : [aggregate];
}

const sumOf = ({ source, of, where }: Aggregate) => sum(source, of as NonNullable<typeof of>, where);

/** Conditions stay as they are written, so that those which all aggregates share are still known as the same. */
function knownOf({ source, of, where }: Aggregate): Aggregate {
  const conditions = isAlways(where) ? source.where : [...source.where, where];
  return count({ ...source, where: conditions }, isKnown(of as NonNullable<typeof of>));
}

const distinct = (aggregates: readonly Aggregate[]) => [
  ...new Map(aggregates.map((one) => [aggregateKey(one), one])).values(),
];

/** How many numbers the lists of a spread have, told by its sums. */
export function countListed({ sums, listed }: Spread, rows: readonly ScanRow[]): number {
  const places = listed.map((one) => placeIn(sums, knownOf(one)));
  return rows.reduce((all, { values }) => places.reduce((so, at) => so + (values[at] ?? 0), all), 0);
}

const placeIn = ({ aggregates }: Scan, one: Aggregate) =>
  aggregates.findIndex((each) => aggregateKey(each) === aggregateKey(one));

interface Place {
  readonly group: readonly Cell[];
  readonly bucket: number;
}

interface Entry {
  /** Which of the places it belongs to. */
  readonly place: number;
  readonly of: Cell;
  readonly values: readonly (number | null)[];
  readonly lists: readonly (Float64Array | undefined)[];
}

/** What a spread has read, kept to be asked again and again. */
export class Cube {
  readonly #sums: Scan;
  readonly #listed: readonly Aggregate[];
  readonly #places: readonly Place[];
  readonly #entries: readonly Entry[];

  /** `lists` has the rows of each quantile of the spread, in its order. */
  constructor({ sums, listed }: Spread, rows: readonly ScanRow[], lists: readonly (readonly ListRow[])[]) {
    this.#sums = sums;
    this.#listed = listed;
    const places = new Map<string, Place & { readonly index: number }>();
    const found = lists.map((each) => new Map(each.map((row) => [textOf(row.group, row.bucket), row.numbers])));
    this.#entries = rows.map(({ group, bucket, values }) => {
      const own = group.slice(0, -1);
      const text = textOf(own, bucket);
      const place = places.get(text) ?? { group: own, bucket, index: places.size };
      places.set(text, place);
      const whole = textOf(group, bucket);
      return {
        place: place.index,
        of: group.at(-1) ?? null,
        values,
        lists: found.map((each) => each.get(whole)),
      };
    });
    this.#places = [...places.values()];
  }

  /** The rows of a scan that is spread like this, for what its filter asks of the dimension. */
  answer(scan: Scan, own: Filter | null): ScanRow[] {
    const matches = own === null ? () => true : compileFilter<Cell>(own, () => (value) => value);
    const met = Map.groupBy(
      this.#entries.filter(({ of }) => matches(of)),
      ({ place }) => place,
    );
    const figures = scan.aggregates.map((aggregate) => this.#readerOf(aggregate));
    const valuesOf = (entries: readonly Entry[]) => figures.map((figure) => figure(entries));
    const rows = [...met].map(([place, entries]) => {
      const { group, bucket } = this.#places[place] as Place;
      return { group, bucket, values: valuesOf(entries) };
    });
    if (!scan.total || rows.length === 0) return rows;
    return [...rows, { group: [], bucket: 0, values: valuesOf([...met.values()].flat()), total: true }];
  }

  #readerOf(aggregate: Aggregate): (entries: readonly Entry[]) => number | null {
    const { kind } = aggregate;
    if (kind === 'quantile') {
      const at = this.#listed.findIndex((one) => aggregateKey(one) === aggregateKey(anyLevel(aggregate)));
      return (entries) => {
        const lists = entries.flatMap((entry) => entry.lists[at] ?? []).filter((list) => list.length > 0);
        return lists.length === 0 ? null : quantileOfLists(lists, aggregate.level ?? 0.5);
      };
    }
    if (kind === 'mean') {
      const [whole, n] = [this.#adder(sumOf(aggregate)), this.#adder(knownOf(aggregate))];
      return (entries) => {
        const [top, bottom] = [whole(entries), n(entries)];
        return top === null || !bottom ? null : top / bottom;
      };
    }
    const add = this.#adder(aggregate);
    return kind === 'count' ? (entries) => add(entries) ?? 0 : add;
  }

  /** Puts one column of some entries together; null where none is known. */
  #adder(part: Aggregate): (entries: readonly Entry[]) => number | null {
    const at = placeIn(this.#sums, part);
    const put = part.kind === 'max' ? Math.max : (a: number, b: number) => a + b;
    return (entries) =>
      entries.reduce<number | null>((all, { values }) => {
        const value = values[at] ?? null;
        return all === null || value === null ? (all ?? value) : put(all, value);
      }, null);
  }
}

const textOf = (group: readonly Cell[], bucket: number) => JSON.stringify([group, bucket]);
