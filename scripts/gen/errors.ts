import { exitCodes } from '../../src/cli/exit-codes.ts';
import type { ErrorEntry, ErrorKind } from '../../src/domain/error.ts';
import { errorCatalogue } from '../../src/domain/error-catalogue.ts';
import { code, madeFrom, page, table } from './markdown.ts';

function areaOf(name: string): string {
  return name.split('.')[0] as string;
}

export function errorsPage(): string {
  const entries = Object.entries<ErrorEntry>(errorCatalogue).sort(([a], [b]) => (a < b ? -1 : 1));
  const areas = [...new Set(entries.map(([name]) => areaOf(name)))];
  const sections = areas.flatMap((area) => [
    `## ${area}`,
    table(
      ['code', 'kind', 'what happened', 'what to do'],
      entries
        .filter(([name]) => areaOf(name) === area)
        .map(([name, entry]) => [code(name), entry.kind, entry.message.en, entry.todo.en]),
    ),
  ]);
  const kinds = Object.keys(exitCodes) as ErrorKind[];
  return page(
    '# Errors',
    madeFrom('src/domain/error-catalogue.ts'),
    'Every expected failure has a code. A code is never renamed and never used for something else. `{name}` stands for a ' +
      'value. All texts exist in French too.',
    table(
      ['kind', 'exit code of the command line'],
      kinds.map((kind) => [kind, String(exitCodes[kind])]),
    ),
    ...sections,
  );
}
