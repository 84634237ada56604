import type { QueryClient } from '@tanstack/react-query';
import type { CallOf } from '#contract/client.ts';
import { call } from '../api/client.ts';

let dimension: string | null = null;

/** The dimension whose values somebody is trying, one after the other; null for none. Questions are asked with it. */
export const exploredDimension = (): string | null => dimension;

/** Has the store read the questions on screen once for all values of a dimension, before the first of them is tried. */
export function startExploring(of: string, client: QueryClient): void {
  dimension = of;
  const shown = client.getQueryCache().findAll({ queryKey: ['figures'], type: 'active' });
  for (const { queryKey } of shown) {
    const body = queryKey[1] as CallOf<'query'>['body'];
    // The answer is on screen already; where this fails, the next question says so.
    call('query', { body, query: { exploring: of } }).catch(() => undefined);
  }
}

export function stopExploring(of: string): void {
  if (dimension === of) dimension = null;
}
