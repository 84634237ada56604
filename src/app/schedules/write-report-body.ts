import { writeReportLetter } from '#notifiers/e-mail/report-letter.ts';
import type { Attachment } from '#notifiers/e-mail/send-mail.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { Schedule } from '#records/schedules/schedules.ts';
import { fileOf } from '../exports/export-report.ts';
import type { Prepared } from '../exports/prepare-report.ts';
import { hasPicture, writePng } from '../exports/write-png.ts';
import { letterTable } from './letter-table.ts';
import type { RunBody, RunContext } from './write-run-mail.ts';

const rowsShown = 50;
const pictureId = 'picture@vigie';

/** A report as a mail: its picture, its figures as table and text, and the file that is asked for. */
export async function writeReportBody(prepared: Prepared, { url, schedule, notes }: RunContext): Promise<RunBody> {
  const { document, language, plan, asking } = prepared;
  const { t } = texts[language];
  const pictured = hasPicture(prepared);
  const { from, to } = plan.frame.period;
  const letter = {
    language,
    heading: document.question,
    lead: `${document.title} · ${document.period}`,
    notes,
    picture: pictured ? { inlineId: pictureId, alt: t('report.pictureOf', { title: document.title }) } : null,
    ...letterTable(document.table, rowsShown, texts[language]),
    standing: document.standing.join(' · '),
    open: { label: t('schedule.openReport'), url: `${url}/reports/${asking.report.id}?period=${from}..${to}` },
  };
  return {
    period: document.period,
    attachments: [...(pictured ? [pictureOf(prepared)] : []), ...(await filesOf(prepared, schedule))],
    write: (unsubscribe) => writeReportLetter({ ...letter, unsubscribe }),
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
