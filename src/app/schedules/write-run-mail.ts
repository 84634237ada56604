import { createHash } from 'node:crypto';
import type { LetterLink } from '#notifiers/e-mail/letter-parts.ts';
import type { Attachment, Mail } from '#notifiers/e-mail/send-mail.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { ScheduleRun } from '#records/schedules/schedule-runs.ts';
import type { Schedule } from '#records/schedules/schedules.ts';
import type { Post } from './post.ts';
import type { PreparedRun } from './prepare-run.ts';
import { signUnsubscribe } from './unsubscribe.ts';
import { writeBoardBody } from './write-board-body.ts';
import { writeReportBody } from './write-report-body.ts';

/** A run ready to be sent to anybody. */
interface RunMail {
  readonly subject: string;
  readonly attachments: readonly Attachment[];
  readonly to: (address: string) => Mail;
}

/** What a mail says, but for the link by which its reader unsubscribes. */
export interface RunBody {
  /** The dates it is about; null where there is no one period. */
  readonly period: string | null;
  readonly attachments: readonly Attachment[];
  readonly write: (unsubscribe: LetterLink) => Pick<Mail, 'html' | 'text'>;
}

export interface RunContext {
  readonly url: string;
  readonly schedule: Schedule;
  readonly notes: readonly string[];
}

/** Writes the mails of a run: the same to all, but for the link by which each unsubscribes. */
export async function writeRunMail(
  post: Pick<Post, 'url' | 'keys'>,
  schedule: Schedule,
  run: ScheduleRun,
  prepared: PreparedRun,
): Promise<RunMail> {
  const { t } = texts[schedule.language];
  const notes = run.missed === 0 ? [] : [t('schedule.missed', { count: run.missed })];
  const context = { url: post.url, schedule, notes };
  const body =
    prepared.kind === 'report'
      ? await writeReportBody(prepared.report, context)
      : await writeBoardBody(prepared.board, context);
  const subject = [schedule.title, ...(body.period === null ? [] : [body.period])].join(' · ');
  const { attachments } = body;
  return {
    subject,
    attachments,
    to: (address) => {
      const token = signUnsubscribe(post.keys, [schedule.workspace, schedule.id, address]);
      const mark = createHash('sha256').update(address).digest('hex').slice(0, 16);
      return {
        to: address,
        subject,
        ...body.write({ label: t('schedule.unsubscribe'), url: `${post.url}/unsubscribe/${token}` }),
        attachments,
        unsubscribeUrl: `${post.url}/api/v1/unsubscribe/${token}`,
        messageId: `<${run.id}.${mark}@${new URL(post.url).hostname}>`,
      };
    },
  };
}
