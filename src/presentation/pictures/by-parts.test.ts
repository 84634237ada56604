import { expect, test } from 'vitest';
import type { FigureColumn } from '../figures/figures.ts';
import { partsIn } from './by-parts.ts';

const column = (id: string, unit: FigureColumn['unit']): FigureColumn => ({
  id,
  unit,
  index: 0,
  before: null,
  n: null,
});

test('variants of one KPI stand on top of each other', () => {
  const share = column('availability', 'share');
  const parts = [column('availability.online', 'seconds'), column('availability.busy', 'seconds')];
  expect(partsIn([share, ...parts])).toEqual({ columns: parts, add: true });
});

test('figures that add up to nothing stand side by side', () => {
  const columns = [column('tickets-created', 'count'), column('tickets-solved', 'count')];
  expect(partsIn(columns)).toEqual({ columns, add: false });
  const medians = [column('time-in-stage.sum:median', 'seconds'), column('time-in-stage.span:median', 'seconds')];
  expect(partsIn(medians)).toEqual({ columns: medians, add: false });
});
