import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Language } from '#domain/error.ts';
import { tokenHex } from '#presentation/colors/series.ts';
import type { Definition, Line } from '#presentation/document/definitions.ts';
import type { FileCell, FileTable } from '#presentation/document/file-table.ts';
import type { Texts } from '#presentation/i18n/catalogue.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { drawCharts } from './draw-charts.ts';
import { interFiles } from './fonts.ts';
import type { Prepared } from './prepare-report.ts';

const { normal, bold } = interFiles;
pdfmake.setFonts({ Inter: { normal, bold, italics: normal, bolditalics: bold } });
// A document fetches nothing, and reads nothing but its own typeface.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);

export const color = (name: Parameters<typeof tokenHex>[1]) => tokenHex('light', name);
/** Points inside the margins of A4 lying down. */
const usable = 842 - 2 * 36;

/** Tables wider than this are set smaller, so that they stay on the page. */
const sizeFor = (columns: number): number => (columns <= 9 ? 8.5 : columns <= 16 ? 7 : 5.5);

/** The whole table, its head on each page. */
export function tableContent({ columns, rows, total }: FileTable): Content {
  const fontSize = sizeFor(columns.length);
  const alignOf = (place: number) => (columns[place]?.numeric === true ? 'right' : 'left');
  const head = columns.map(
    ({ name }, place): TableCell => ({ text: name, bold: true, color: color('muted'), alignment: alignOf(place) }),
  );
  const line = (cells: readonly FileCell[], strong: boolean): TableCell[] =>
    cells.map(({ text }, place) => ({ text, alignment: alignOf(place), bold: strong }));
  const body = [head, ...rows.map((cells) => line(cells, false)), ...(total === null ? [] : [line(total, true)])];
  return {
    table: { headerRows: 1, dontBreakRows: true, body, widths: columns.map(({ numeric }) => (numeric ? 'auto' : '*')) },
    layout: {
      hLineWidth: (row: number) => (row === 0 ? 0 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => color('line'),
      paddingLeft: () => 3,
      paddingRight: () => 3,
    },
    fontSize,
    margin: [0, 8, 0, 12],
  };
}

/** All pictures of a report, none broken over two pages. */
export function pictureContent(prepared: Prepared): Content[] {
  return drawCharts(prepared, 1100).map(({ name, svg }) => ({
    stack: [
      ...(name === null ? [] : [{ text: name, bold: true, margin: [0, 6, 0, 4] } satisfies Content]),
      { svg, width: usable },
    ],
    unbreakable: true,
  }));
}

const named = (name: string, value: string, { t }: Texts): Content => ({
  text: [{ text: t('common.pair', { name, value: '' }), color: color('muted') }, value],
  margin: [0, 0, 0, 2],
});

/** Lines of a name and what it is. */
export const linesContent = (lines: readonly Line[], language: Language): Content[] =>
  lines.map(({ name, value }) => named(name, value, texts[language]));

/** What each figure means exactly. */
export function definitionsContent(definitions: readonly Definition[], language: Language): Content[] {
  const { t } = texts[language];
  return definitions.map(
    ({ title, help, lines, formula, population }): Content => ({
      stack: [
        { text: title, bold: true, margin: [0, 6, 0, 2] },
        help,
        ...linesContent(lines, language),
        named(t('report.formula'), formula, texts[language]),
        named(t('report.population'), population, texts[language]),
      ],
      unbreakable: true,
    }),
  );
}

export interface Sheet {
  readonly title: string;
  /** At the right of its head. */
  readonly period: string;
  readonly foot: string;
  readonly language: Language;
  readonly content: readonly Content[];
}

/** A document on A4 lying down, with its title and period above each page, and what it rests on below. */
export async function printSheet({ title, period, foot, language, content }: Sheet): Promise<Uint8Array> {
  const { t } = texts[language];
  const small = { fontSize: 7.5, color: color('faint') };
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [36, 48, 36, 48],
    defaultStyle: { font: 'Inter', fontSize: 8.5, color: color('text') },
    info: { title, creator: 'Vigie', producer: 'Vigie' },
    language,
    header: () => ({
      columns: [
        { text: title, ...small },
        { text: period, alignment: 'right', ...small },
      ],
      margin: [36, 24, 36, 0],
    }),
    footer: (page, pages) => ({
      columns: [
        { text: foot, ...small },
        { text: t('file.page', { page, pages }), alignment: 'right', width: 90, ...small },
      ],
      margin: [36, 16, 36, 0],
    }),
    content: [...content],
  };
  return pdfmake.createPdf(definition).getBuffer();
}
