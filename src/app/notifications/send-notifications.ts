import { batchMails, dropNeedlessMails, listDueMails, noteMail, readMail } from '#records/talk/notification-mails.ts';
import { findUser } from '#records/users.ts';
import type { App } from '../app.ts';
import { answerOf, isRefusal } from '../schedules/mail-answers.ts';
import type { Post } from '../schedules/post.ts';
import { writeNoticeMail } from './write-notice-mail.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** A mail that fails is tried again after 1, 2, 4… minutes, over more than an hour in all. */
const attemptsAtMost = 7;

/**
 * Sends the mails of a workspace that are due: what waits for one member goes out as one. One process at a time sends a mail,
 * and notes it at once, so that after one that died at most the mail under way is sent twice, under the same message id.
 */
export async function sendNotifications(app: App, post: Post): Promise<void> {
  const { sendMail } = post;
  if (sendMail === null) return;
  const now = new Date(app.now());
  await dropNeedlessMails(app.records, app.workspace, new Date(app.now() - 2 * dayMs));
  await batchMails(app.records, app.workspace, now);
  let failure: unknown = null;
  for (const batch of await listDueMails(app.records, app.workspace, now)) {
    try {
      await sendOne(app, { ...post, sendMail }, batch);
    } catch (error) {
      failure = error;
    }
  }
  if (failure) throw failure;
}

type Sender = Post & { readonly sendMail: NonNullable<Post['sendMail']> };

async function sendOne(app: App, post: Sender, batch: string): Promise<void> {
  const claim = await app.locks.claim(`notification-mail:${app.workspace}:${batch}`);
  if (claim === null) return;
  try {
    const rows = await readMail(app.records, app.workspace, batch);
    const [first] = rows;
    const reader = first === undefined ? null : await findUser(post.everywhere, first.userId);
    if (first === undefined || reader === null) return;
    const mailAttempts = first.mailAttempts + 1;
    const note = (mailState: 'due' | 'sent' | 'failed', mailAt: number, mailAnswer: string | null) =>
      noteMail(app.records, app.workspace, batch, { mailState, mailAt: new Date(mailAt), mailAttempts, mailAnswer });
    try {
      await post.sendMail(writeNoticeMail(post, reader, app.workspace, batch, rows));
    } catch (error) {
      const over = isRefusal(error) || mailAttempts >= attemptsAtMost;
      return await note(over ? 'failed' : 'due', app.now() + minuteMs * 2 ** (mailAttempts - 1), answerOf(error));
    }
    await note('sent', app.now(), null);
  } finally {
    await claim.release();
  }
}
