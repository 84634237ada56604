import { createHash } from 'node:crypto';
import { type LetterCell, writeReportLetter } from '#notifiers/e-mail/report-letter.ts';
import type { Attachment, Mail } from '#notifiers/e-mail/send-mail.ts';
import type { FileCell, FileColumn } from '#presentation/document/file-table.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { ScheduleRun } from '#records/schedules/schedule-runs.ts';
import type { Schedule } from '#records/schedules/schedules.ts';
import { fileOf } from '../exports/export-report.ts';
import type { Prepared } from '../exports/prepare-report.ts';
import { hasPicture, writePng } from '../exports/write-png.ts';
import type { Post } from './post.ts';
import { signUnsubscribe } from './unsubscribe.ts';

/** Rows that a mail shows; the file that comes with it has all. */
const rowsShown = 50;
const pictureId = 'picture@vigie';

/** A run ready to be sent to anybody. */
export interface RunMail {
  readonly subject: string;
  readonly attachments: readonly Attachment[];
  readonly to: (address: string) => Mail;
}

/** Writes the mails of a run: the same to all, but for the link by which each unsubscribes. */
export async function writeRunMail(
  post: Pick<Post, 'url' | 'keys'>,
  schedule: Schedule,
  run: ScheduleRun,
  prepared: Prepared,
): Promise<RunMail> {
  const { document } = prepared;
  const subject = `${schedule.title} · ${document.period}`;
  const pictured = hasPicture(prepared);
  const attachments = [...(pictured ? [pictureOf(prepared)] : []), ...(await filesOf(prepared, schedule))];
  return {
    subject,
    attachments,
    to: (address) => {
      const token = signUnsubscribe(post.keys, [schedule.workspace, schedule.id, address]);
      const letter = letterOf(prepared, schedule, run, { pictured, url: post.url, token });
      const mark = createHash('sha256').update(address).digest('hex').slice(0, 16);
      return {
        to: address,
        subject,
        ...writeReportLetter(letter),
        attachments,
        unsubscribeUrl: `${post.url}/api/v1/unsubscribe/${token}`,
        messageId: `<${run.id}.${mark}@${new URL(post.url).hostname}>`,
      };
    },
  };
}

function pictureOf(prepared: Prepared): Attachment {
  const filename = `${prepared.fileName}.png`;
  return { filename, type: 'image/png', bytes: writePng(prepared), inlineId: pictureId };
}

async function filesOf(prepared: Prepared, { attachment }: Schedule): Promise<readonly Attachment[]> {
  if (attachment === null) return [];
  const { name, type, bytes } = fileOf(prepared, attachment);
  return [{ filename: name, type, bytes: Buffer.concat(await Array.fromAsync(bytes)) }];
}

interface Links {
  readonly pictured: boolean;
  readonly url: string;
  readonly token: string;
}

function letterOf(prepared: Prepared, schedule: Schedule, run: ScheduleRun, { pictured, url, token }: Links) {
  const { document, language, plan } = prepared;
  const { columns, rows, total } = document.table;
  const { t } = texts[language];
  const cells = (line: readonly FileCell[]): readonly LetterCell[] =>
    line.map(({ text }, place) => ({ text, numeric: columns[place]?.numeric === true }));
  const head = columns.map(({ name, numeric }: FileColumn) => ({ text: name, numeric }));
  const left = rows.length - rowsShown;
  const { from, to } = plan.frame.period;
  return {
    language,
    heading: document.question,
    lead: `${document.title} · ${document.period}`,
    notes: run.missed === 0 ? [] : [t('schedule.missed', { count: run.missed })],
    picture: pictured ? { inlineId: pictureId, alt: t('report.pictureOf', { title: document.title }) } : null,
    head,
    rows: rows.slice(0, rowsShown).map(cells),
    total: total === null ? null : cells(total),
    more: left > 0 ? t('schedule.moreRows', { count: left }) : null,
    standing: document.standing.join(' · '),
    open: { label: t('schedule.openReport'), url: `${url}/reports/${schedule.subject.report}?period=${from}..${to}` },
    unsubscribe: { label: t('schedule.unsubscribe'), url: `${url}/unsubscribe/${token}` },
  };
}
