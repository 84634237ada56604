import { expect, test } from 'vitest';
import { drillPatch, readDrill } from './drill.ts';
import { patchSearch } from './patch-search.ts';

test('a figure survives the URL with its period and coordinates', () => {
  const drill = {
    kpi: 'sla-compliance',
    period: { from: '2016-02-01', to: '2016-03-01' },
    cells: [
      { dimension: 'agent', value: 'Resolver 12' },
      { dimension: 'fields.product', value: 'a;b=c' },
      { dimension: 'team', value: null },
    ],
  };
  expect(readDrill(patchSearch({ every: 'week' }, drillPatch(drill)))).toEqual(drill);
});

test('without a figure there is nothing to open', () => {
  expect(readDrill({ every: 'week' })).toBeNull();
  expect(readDrill({ drill: 'backlog' })).toBeNull();
});
