import { Resvg } from '@resvg/resvg-js';
import { VigieError } from '#domain/error.ts';
import { tokenHex } from '#presentation/colors/series.ts';
import { numberAt } from '#presentation/figures/figures.ts';
import { type Chart, drawCharts } from './draw-charts.ts';
import { interFiles } from './fonts.ts';
import type { Prepared } from './prepare-report.ts';

const width = 960;
const margin = 32;
/** Between two pictures. */
const gap = 20;
const captionHeight = 28;
const color = (name: Parameters<typeof tokenHex>[1]) => tokenHex('light', name);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

interface Style {
  readonly size: number;
  readonly fill: string;
  readonly weight?: number;
}

function textAt(x: number, y: number, text: string, { size, fill, weight = 400 }: Style): string {
  return `<text x="${x}" y="${y}" font-family="Inter" font-size="${size}" font-weight="${weight}" fill="${fill}">${escaped(text)}</text>`;
}

/** A text in as many lines as the width of the picture asks for. */
function linesOf(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

interface Piece {
  readonly svg: string;
  readonly height: number;
}

/** The figures themselves, where they are the picture. */
function drawFigures({ shown, plan, words }: Prepared): Piece {
  const { columns, result } = shown.figures;
  const across = 3;
  const cell = (width - 2 * margin) / across;
  const parts = columns.map(({ id, index, unit }, place) => {
    const [x, y] = [(place % across) * cell, Math.floor(place / across) * 96];
    const value = words.format.value(numberAt(result.total, index), unit, { time: plan.frame.time });
    const [name = ''] = linesOf(words.figure(id), 44);
    return [
      textAt(x, y + 24, name, { size: 12, fill: color('muted') }),
      textAt(x, y + 62, value, { size: 32, fill: color('text'), weight: 600 }),
    ].join('');
  });
  return { svg: `<g>${parts.join('')}</g>`, height: Math.ceil(columns.length / across) * 96 };
}

/** The pictures of the screen, one below the other. */
function bodyOf(prepared: Prepared): Piece | null {
  const { plan, shown } = prepared;
  const isBare = plan.frame.every === null && shown.figures.dimensions.length === 0;
  const charts = drawCharts(prepared, width - 2 * margin);
  const pieces = [...(isBare ? [drawFigures(prepared)] : []), ...charts.map(captioned)];
  if (pieces.length === 0) return null;
  let top = 0;
  const placed = pieces.map(({ svg, height }) => {
    const at = top;
    top += height + gap;
    return `<g transform="translate(0 ${at})">${svg}</g>`;
  });
  return { svg: placed.join(''), height: top - gap };
}

function captioned({ name, svg, height }: Chart): Piece {
  if (name === null) return { svg, height };
  const [caption = ''] = linesOf(name, 110);
  const text = textAt(0, 16, caption, { size: 14, fill: color('text'), weight: 600 });
  return { svg: `${text}<g transform="translate(0 ${captionHeight})">${svg}</g>`, height: height + captionHeight };
}

/** Whether a report has a picture, beside its table. */
export const hasPicture = (prepared: Prepared): boolean => bodyOf(prepared) !== null;

/**
 * The pictures of a report with its question above and what it rests on below, twice as fine as it is wide. Throws
 * `export.no-picture` where the report is a table alone.
 */
export function writePng(prepared: Prepared): Uint8Array {
  const { document } = prepared;
  const body = bodyOf(prepared);
  if (body === null) throw new VigieError('export.no-picture', { report: document.title });
  const heading = linesOf(document.question === '' ? document.title : document.question, 74);
  const foot = linesOf(document.standing.join(' · '), 150);
  const top = margin + heading.length * 28 + 26;
  const below = top + body.height + 28;
  const height = below + foot.length * 18 + margin / 2;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${color('surface')}"/>`,
    ...heading.map((line, row) =>
      textAt(margin, margin + 18 + row * 28, line, { size: 21, fill: color('text'), weight: 600 }),
    ),
    textAt(margin, top - 14, `${document.title} · ${document.period}`, { size: 13, fill: color('muted') }),
    `<g transform="translate(${margin} ${top})">${body.svg}</g>`,
    ...foot.map((line, row) => textAt(margin, below + row * 18, line, { size: 11, fill: color('faint') })),
    '</svg>',
  ].join('');
  const { normal, bold } = interFiles;
  const font = { fontFiles: [normal, bold], loadSystemFonts: false, defaultFontFamily: 'Inter' };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: 2 } }).render().asPng();
}
