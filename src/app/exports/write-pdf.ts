import pdfmake from 'pdfmake';
import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { tokenHex } from '#presentation/colors/series.ts';
import type { FileCell, FileTable } from '#presentation/document/file-table.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { drawCharts } from './draw-charts.ts';
import { interFiles } from './fonts.ts';
import type { Prepared } from './prepare-report.ts';

const { normal, bold } = interFiles;
pdfmake.setFonts({ Inter: { normal, bold, italics: normal, bolditalics: bold } });
// A document fetches nothing, and reads nothing but its own typeface.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);

const color = (name: Parameters<typeof tokenHex>[1]) => tokenHex('light', name);
/** Points inside the margins of A4 lying down. */
const usable = 842 - 2 * 36;

/** Tables wider than this are set smaller, so that they stay on the page. */
const sizeFor = (columns: number): number => (columns <= 9 ? 8.5 : columns <= 16 ? 7 : 5.5);

function tableContent({ columns, rows, total }: FileTable): Content {
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

function pictureContent(prepared: Prepared): Content[] {
  return drawCharts(prepared, 1100).map(({ name, svg }) => ({
    stack: [
      ...(name === null ? [] : [{ text: name, bold: true, margin: [0, 6, 0, 4] } satisfies Content]),
      { svg, width: usable },
    ],
    unbreakable: true,
  }));
}

function aboutContent({ document, language }: Prepared): Content[] {
  const { t } = texts[language];
  const named = (name: string, value: string): Content => ({
    text: [{ text: t('common.pair', { name, value: '' }), color: color('muted') }, value],
    margin: [0, 0, 0, 2],
  });
  return [
    { text: t('file.sheetAbout'), fontSize: 13, bold: true, margin: [0, 8, 0, 6] },
    ...document.about.map(({ name, value }) => named(name, value)),
    ...(document.howToUse === '' ? [] : [{ text: document.howToUse, margin: [0, 6, 0, 6] } satisfies Content]),
    ...document.definitions.map(
      ({ title, help, lines, formula, population }): Content => ({
        stack: [
          { text: title, bold: true, margin: [0, 6, 0, 2] },
          help,
          ...lines.map(({ name, value }) => named(name, value)),
          named(t('report.formula'), formula),
          named(t('report.population'), population),
        ],
        unbreakable: true,
      }),
    ),
  ];
}

function definitionOf(prepared: Prepared): TDocumentDefinitions {
  const { document, language } = prepared;
  const { t } = texts[language];
  const heading = document.question === '' ? document.title : document.question;
  const small = { fontSize: 7.5, color: color('faint') };
  return {
    pageSize: 'A4',
    pageOrientation: 'landscape',
    pageMargins: [36, 48, 36, 48],
    defaultStyle: { font: 'Inter', fontSize: 8.5, color: color('text') },
    info: { title: document.title, creator: 'Vigie', producer: 'Vigie' },
    language,
    header: () => ({
      columns: [
        { text: document.title, ...small },
        { text: document.period, alignment: 'right', ...small },
      ],
      margin: [36, 24, 36, 0],
    }),
    footer: (page, pages) => ({
      columns: [
        { text: document.standing.join(' · '), ...small },
        { text: t('file.page', { page, pages }), alignment: 'right', width: 90, ...small },
      ],
      margin: [36, 16, 36, 0],
    }),
    content: [
      { text: heading, fontSize: 16, bold: true },
      { text: `${document.title} · ${document.period}`, color: color('muted'), margin: [0, 2, 0, 10] },
      ...pictureContent(prepared),
      tableContent(document.table),
      ...aboutContent(prepared),
    ],
  };
}

/** A document to print: question, picture, the whole table with its head on each page, and what the figures mean. */
export async function writePdf(prepared: Prepared): Promise<Uint8Array> {
  return pdfmake.createPdf(definitionOf(prepared)).getBuffer();
}
