import { type LetterTile, writeBoardLetter } from '#notifiers/e-mail/board-letter.ts';
import type { Attachment } from '#notifiers/e-mail/send-mail.ts';
import { texts } from '#presentation/i18n/texts.ts';
import { textsOfMarkdown } from '../dashboards/markdown-texts.ts';
import { type PreparedBoard, type PreparedTile, standingOf } from '../dashboards/prepare-board.ts';
import { reportTypes } from '../exports/export-report.ts';
import { hasPicture, writePng } from '../exports/write-png.ts';
import { letterTable } from './letter-table.ts';
import type { RunBody, RunContext } from './write-run-mail.ts';

/** Of each tile: a mail with forty of them stays one that can be read. */
const rowsShown = 15;

/** A dashboard as a mail: of each tile its picture, or its first rows where it has none, and the file that is asked for. */
export async function writeBoardBody(board: PreparedBoard, { url, schedule, notes }: RunContext): Promise<RunBody> {
  const { title, description, language, period } = board;
  const { t } = texts[language];
  const pictures = board.tiles.map(pictureOf);
  const open = { label: t('schedule.openDashboard'), url: openUrl(url, schedule) };
  const letter = {
    language,
    heading: title,
    lead: [...(description === '' ? [] : [description]), standingOf(board)],
    notes,
    tiles: board.tiles.map((tile, place) => letterTile(tile, pictures[place] ?? null, board)),
    open,
  };
  return {
    period,
    attachments: [...pictures.filter((picture) => picture !== null), ...(await filesOf(board, schedule))],
    write: (unsubscribe) => writeBoardLetter({ ...letter, unsubscribe }),
  };
}

/** The page with the filters of the schedule; its period moves on by itself. */
function openUrl(url: string, { subject }: RunContext['schedule']): string {
  if (subject.kind !== 'dashboard') return url;
  const search = new URLSearchParams(subject.query ?? {}).toString();
  return `${url}/dashboards/${subject.dashboard}${search === '' ? '' : `?${search}`}`;
}

function pictureOf(tile: PreparedTile, place: number): Attachment | null {
  if (tile.kind === 'text' || tile.prepared === null || !hasPicture(tile.prepared)) return null;
  const { fileName } = tile.prepared;
  const number = place + 1;
  const bytes = writePng(tile.prepared);
  return { filename: `${number}-${fileName}.png`, type: 'image/png', bytes, inlineId: `tile-${number}@vigie` };
}

function letterTile(tile: PreparedTile, picture: Attachment | null, { language }: PreparedBoard): LetterTile {
  const { t } = texts[language];
  if (tile.kind === 'text') return { title: null, texts: textsOfMarkdown(tile.text), picture: null, table: null };
  const { title, prepared, problem } = tile;
  if (prepared === null) return { title, texts: [problem ?? ''], picture: null, table: null };
  const { period, standing, table } = prepared.document;
  const alt = t('report.pictureOf', { title });
  return {
    title,
    texts: [[period, ...standing].join(' · ')],
    picture: picture?.inlineId === undefined ? null : { inlineId: picture.inlineId, alt },
    table: letterTable(table, rowsShown, texts[language]),
  };
}

async function filesOf(board: PreparedBoard, { attachment }: RunContext['schedule']): Promise<readonly Attachment[]> {
  if (attachment === null) return [];
  const bytes =
    attachment === 'pdf'
      ? await (await import('../dashboards/write-board-pdf.ts')).writeBoardPdf(board)
      : await (await import('../dashboards/write-board-xlsx.ts')).writeBoardXlsx(board);
  return [{ filename: `${board.fileName}.${attachment}`, type: reportTypes[attachment], bytes }];
}
