import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { texts } from '#presentation/i18n/texts.ts';
import { aboutRows } from '../exports/about-rows.ts';
import { safeText } from '../exports/safe-text.ts';
import { aboutSheet, sheetName, tableSheet } from '../exports/write-xlsx.ts';
import { textsOfMarkdown } from './markdown-texts.ts';
import { type PreparedBoard, type PreparedTile, standingOf } from './prepare-board.ts';

/** A workbook with the table of each tile on a sheet of its own, and what they rest on, the texts too, on the last. */
export async function writeBoardXlsx(board: PreparedBoard): Promise<Uint8Array> {
  const { title, tiles, language } = board;
  const about = texts[language].t('file.sheetAbout');
  const taken = new Set([sheetName(about).toLowerCase()]);
  const sheets = tiles.flatMap((tile) => sheetOf(tile, language, taken));
  return writeXlsx({
    sheets: [...sheets, aboutSheet(about, aboutRowsOf(board))],
    properties: { title, creator: 'Vigie' },
  });
}

function sheetOf(tile: PreparedTile, language: PreparedBoard['language'], taken: Set<string>): WriteSheet[] {
  if (tile.kind === 'text') return [];
  const name = freeName(tile.title, taken);
  if (tile.prepared === null) return [{ name, columns: [{ width: 100 }], rows: [[safeText(tile.problem ?? '')]] }];
  return [tableSheet(tile.prepared.document.table, name, language)];
}

/** A name that no other sheet has: spreadsheets tell them apart without case. */
function freeName(title: string, taken: Set<string>): string {
  const name = sheetName(title).trim() || '–';
  for (let number = 1; ; number++) {
    const ending = number === 1 ? '' : ` ${number}`;
    const tried = `${name.slice(0, 31 - ending.length)}${ending}`;
    if (taken.has(tried.toLowerCase())) continue;
    taken.add(tried.toLowerCase());
    return tried;
  }
}

function aboutRowsOf(board: PreparedBoard): (readonly [string, string])[] {
  return [
    [board.title, board.description],
    ['', standingOf(board)],
    ...board.tiles.flatMap((tile): (readonly [string, string])[] => {
      if (tile.kind === 'text') return [['', textsOfMarkdown(tile.text).join('\n')]];
      return [
        ['', ''],
        [tile.title, tile.problem ?? ''],
        ...(tile.prepared === null ? [] : aboutRows(tile.prepared.document)),
      ];
    }),
  ];
}
