import { afterAll, beforeAll, expect, test } from 'vitest';
import { fingerprint } from '#test/support/fingerprint.ts';
import { SharedServers } from './shared-servers.ts';

let servers: SharedServers;

beforeAll(async () => {
  servers = await SharedServers.start(30);
});
afterAll(() => servers.stop());

test('two nodes that take the same events and files at the same time count each once, with the facts of one', async () => {
  const shared = await servers.share();
  const [undisturbed, one, two] = await Promise.all([
    servers.undisturbed(),
    servers.startNode(shared, 'one'),
    servers.startNode(shared, 'two'),
  ]);
  const importing = [one, two].map((node, index) =>
    node.ask<{ accepted: number }>({ ask: 'import', file: servers.file, importId: `import-${index}` }),
  );
  let accepted = 0;
  const rest = servers.shuffled();
  const lanes = Array.from({ length: 4 }, async () => {
    for (let batch = rest.pop(); batch; batch = rest.pop()) {
      const events = batch;
      const nodes = Math.random() < 0.3 ? [one, two] : [Math.random() < 0.5 ? one : two];
      const told = await Promise.all(nodes.map((node) => node.ask<string[]>({ ask: 'ingest', events })));
      accepted += told.flat().filter((status) => status === 'accepted').length;
    }
  });
  // The node looks for imports that nobody runs, and finds the other one's run.
  const states = await two.ask<[string, string][]>({ ask: 'imports' });
  expect(states.map(([, state]) => state)).not.toContain('failed');
  await Promise.all(lanes);
  for (const { accepted: imported } of await Promise.all(importing)) accepted += imported;
  expect(accepted).toBe(servers.events.length);
  const imports = await one.ask<[string, string][]>({ ask: 'imports' });
  expect(imports.toSorted()).toEqual([
    ['import-0', 'done'],
    ['import-1', 'done'],
  ]);
  await two.ask({ ask: 'fold' });
  expect(await fingerprint(shared.place)).toEqual(undisturbed);
}, 60_000);
