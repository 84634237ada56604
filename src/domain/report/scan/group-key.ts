import { VigieError } from '../../error.ts';
import type { Source } from '../../kpi/measure.ts';
import { dimensionsOf, findGroupKey, type GroupKey, getDimension } from '../dimension.ts';

/** A dimension as the rows of a source carry it, null where they do not. */
export function findKey(id: string, source: Source, path: string): GroupKey | null {
  const key = findGroupKey(getDimension(id, path), source.table, source.credit);
  const ofClock = key?.kind === 'hour' || key?.kind === 'weekday';
  return key && !(ofClock && source.placement.kind === 'stock') ? key : null;
}

/**
 * A dimension as the rows of a source carry it. Throws `query.dimension-not-available` where they do not; a stock has no
 * hour of day, for it is read at one instant.
 */
export function groupKeyOf(id: string, source: Source, kpi: string, path: string): GroupKey {
  const key = findKey(id, source, path);
  if (key) return key;
  const known = dimensionsOf(source.table).join(', ');
  throw new VigieError('query.dimension-not-available', { kpi, dimension: id, known }, { path });
}
