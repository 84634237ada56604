import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readEvents } from './open-file.ts';

const folder = resolve(import.meta.dirname, '../../samples/uci-incidents');

test('the bundled incident log gives 24,918 tickets, every row of it taken', async () => {
  const mapping: unknown = JSON.parse(await readFile(`${folder}/mapping.json`, 'utf8'));
  const stream = createReadStream(`${folder}/incident_event_log.csv.gz`);
  const counts: Record<string, number> = {};
  const created: number[] = [];
  const verdicts = new Map<string, unknown>();
  let rejected = 0;
  for await (const batch of readEvents({ name: 'log', stream }, { source: 'uci', mapping })) {
    rejected += batch.rejected.length;
    for (const { type, at, key, data } of batch.events) {
      counts[type] = (counts[type] ?? 0) + 1;
      if (type === 'ticket.created') created.push(at);
      if (data.fields?.sourceSlaMet !== undefined) verdicts.set(key, data.fields.sourceSlaMet);
    }
  }
  expect(rejected).toBe(0);
  expect(counts).toEqual({
    'ticket.created': 24_918,
    'ticket.status': 68_821,
    'ticket.assigned': 46_303,
    'ticket.updated': 11_815,
  });
  const dates = created.map((at) => new Date(at).toISOString()).sort();
  expect([dates[0], dates.at(-1)]).toEqual(['2016-02-29T01:16:00.000Z', '2017-02-16T14:17:00.000Z']);
  // The source's final verdict, as it was counted in the file itself.
  expect([...verdicts.values()].filter((verdict) => verdict === 'true')).toHaveLength(15_803);
});
