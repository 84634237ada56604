import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ColumnKind, Columns, FactTable } from '../../src/domain/kpi/fact-table.ts';
import { factTables } from '../../src/domain/kpi/facts/index.ts';
import { ticketDimensions } from '../../src/domain/kpi/facts/ticket-dimensions.ts';
import { code, madeFrom, page, table } from './markdown.ts';

const folder = resolve(import.meta.dirname, '../../src/domain/kpi/facts');

const kindTexts: Readonly<Record<ColumnKind, string>> = {
  key: 'text, never null',
  text: 'text or null',
  id: 'text or null',
  note: 'free text or null',
  instant: 'instant or null',
  seconds: 'whole seconds or null',
  count: 'whole number',
  number: 'number or null',
  flag: 'true, false or null',
  texts: 'list of texts',
  map: 'texts by name',
};

function tidy(comment: string): string {
  return comment
    .replace(/^\s*\* ?/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The doc comments of a file of facts: that of the table, and those of its columns by name. */
function readComments(file: string): { table: string; columns: Readonly<Record<string, string>> } {
  const text = readFileSync(resolve(folder, `${file}.ts`), 'utf8');
  const head = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*export const/.exec(text)?.[1] ?? '';
  const columns = [...text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(\w+): '/g)].map(
    ([, comment = '', name = '']) => [name, tidy(comment)] as const,
  );
  return { table: tidy(head), columns: Object.fromEntries(columns) };
}

function columnTable(columns: Columns, comments: Readonly<Record<string, string>>): string {
  return table(
    ['column', 'holds', 'remark'],
    Object.entries(columns).map(([name, kind]) => [code(name), kindTexts[kind], comments[name] ?? '']),
  );
}

function section(definition: FactTable): string {
  const comments = readComments(definition.name);
  return page(
    `## ${definition.name}`,
    `Grain: ${definition.grain}.${definition.ofTicket ? ' Each row carries the dimensions of its ticket.' : ''}`,
    comments.table,
    columnTable(definition.columns, comments.columns),
  ).trimEnd();
}

export function factTablesPage(): string {
  const dimensions = readComments('ticket-dimensions');
  return page(
    '# Fact tables',
    madeFrom('src/domain/kpi/facts/'),
    'Facts are derived from events by the fold. Instants are UTC. In a table with `n`, the rows of one key are numbered ' +
      'from 0.',
    ...Object.values<FactTable>(factTables).map(section),
    '## Dimensions of a ticket',
    dimensions.table,
    columnTable(ticketDimensions, dimensions.columns),
  );
}
