import { importFile } from '#app/imports/import-file.ts';
import { listImportViews } from '#app/imports/list-imports.ts';
import { markAbandonedImports } from '#app/imports/mark-abandoned-imports.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import { firstWorkspace, openInstallation } from '#app/open-installation.ts';
import { VigieError } from '#domain/error.ts';
import type { TestStores } from '#test/support/test-stores.ts';
import type { NodeAnswer, NodeQuestion } from './test-node.ts';

/** One of several processes on the same stores: it does what its parent asks until it is killed. */
const installation = await openInstallation({
  ...(JSON.parse(process.argv[2] as string) as TestStores['places']),
  workers: 1,
});
const app = await installation.workspace(firstWorkspace);

async function answer(question: NodeQuestion): Promise<unknown> {
  switch (question.ask) {
    case 'ingest':
      return (await ingestEvents(app, question.events)).map(({ status }) => status);
    case 'import': {
      const { file, importId } = question;
      const read = { kind: 'file', path: file, name: 'events.ndjson', source: 'test', mapping: null } as const;
      return importFile(app, { read, name: read.name, source: read.source, importId });
    }
    case 'imports':
      await markAbandonedImports(app);
      return (await listImportViews(app, 'en')).map(({ id, state }) => [id, state]);
    case 'fold':
      await app.folds.foldPending();
      return null;
  }
}

process.on('message', async ({ id, question }: { id: number; question: NodeQuestion }) => {
  const reply: NodeAnswer = await answer(question).then(
    (result) => ({ id, result }),
    (error: unknown) => ({ id, error: error instanceof VigieError ? error.code : String((error as Error).stack) }),
  );
  process.send?.(reply);
});
process.on('disconnect', () => process.exit());
process.send?.({ id: 0, result: 'open' } satisfies NodeAnswer);
