import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkBoard } from '../../dashboard.ts';
import { getReport } from '../../get-report.ts';
import { settleTiles } from '../arrange-tiles.ts';
import { getTemplate } from '../get-template.ts';
import { boardOf } from '../template.ts';
import { dashboardTemplates } from './index.ts';

const ids = dashboardTemplates.map(({ id }) => id);

test('every template is one file, listed once under its own name', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !name.includes('.test.') && name !== 'index.ts');
  expect(files.map((name) => name.replace('.ts', ''))).toEqual([...ids].sort());
});

test.each(dashboardTemplates)('$id makes a dashboard that is right, without gaps, in both languages', (template) => {
  for (const language of ['en', 'fr'] as const) {
    const board = boardOf(template, language);
    expect(() => checkBoard(board)).not.toThrow();
    expect(settleTiles(board.tiles)).toEqual(board.tiles);
    for (const tile of board.tiles) {
      if (tile.kind === 'text') expect(tile.text).not.toBe('');
      else expect(getReport(tile.report ?? '').id).toBe(tile.report);
    }
  }
  for (const text of [template.title, template.about]) expect(text.en === '' || text.fr === '').toBe(false);
});

test('a template that is not known is answered with the nearest', () => {
  expect(() => getTemplate('suport-manager')).toThrow(/support-manager/);
});
