import type { Content } from 'pdfmake/interfaces.js';
import type { Definition } from '#presentation/document/definitions.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { color, definitionsContent, pictureContent, printSheet, tableContent } from '../exports/pdf-parts.ts';
import { textsOfMarkdown } from './markdown-texts.ts';
import { type PreparedBoard, type PreparedTile, standingOf } from './prepare-board.ts';

/** A document to print: of each tile its title, pictures and whole table, then what the figures mean, each once. */
export async function writeBoardPdf(board: PreparedBoard): Promise<Uint8Array> {
  const { title, description, period, tiles, language } = board;
  const foot = standingOf(board);
  return printSheet({
    ...{ title, period: period ?? '', foot, language },
    content: [
      { text: title, fontSize: 16, bold: true },
      ...[description, period ?? ''].filter((line) => line !== '').map(quiet),
      ...tiles.flatMap(tileContent),
      { text: texts[language].t('file.sheetAbout'), fontSize: 13, bold: true, margin: [0, 12, 0, 6] },
      ...definitionsContent(definitionsIn(tiles), language),
    ],
  });
}

const quiet = (text: string): Content => ({ text, color: color('muted'), margin: [0, 2, 0, 4] });

function tileContent(tile: PreparedTile): Content[] {
  if (tile.kind === 'text') return [{ text: textsOfMarkdown(tile.text).join('\n\n'), margin: [0, 8, 0, 8] }];
  const heading: Content = { text: tile.title, fontSize: 13, bold: true, margin: [0, 12, 0, 2], headlineLevel: 1 };
  if (tile.prepared === null) return [heading, tile.problem ?? ''];
  const { document } = tile.prepared;
  return [
    heading,
    quiet([document.period, ...document.standing].join(' · ')),
    ...pictureContent(tile.prepared),
    tableContent(document.table),
  ];
}

/** What each figure of the dashboard means, however many tiles show it. */
function definitionsIn(tiles: readonly PreparedTile[]): readonly Definition[] {
  const all = tiles.flatMap((tile) => (tile.kind === 'report' ? (tile.prepared?.document.definitions ?? []) : []));
  return [...new Map(all.map((definition) => [JSON.stringify(definition), definition])).values()];
}
