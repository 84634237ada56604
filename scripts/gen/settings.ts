import { settingsReference } from '../../src/settings.ts';
import { code, madeFrom, page, table } from './markdown.ts';

export function settingsPage(): string {
  return page(
    '# Settings',
    madeFrom('src/settings.ts'),
    'Settings come from the environment. They are read and checked once, at the start. `vigie doctor` lists them with their ' +
      'values.',
    table(
      ['variable', 'meaning', 'default'],
      settingsReference.map((setting) => [code(setting.name), setting.meaning, setting.default]),
    ),
  );
}
