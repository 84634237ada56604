import { randomUUID } from 'node:crypto';
import type { Records } from '../client.ts';
import type { NotificationRecord } from './notifications.ts';

/** Mails that nobody needs any more are not sent: read meanwhile, or due before `late`, as while no mail server was set. */
export async function dropNeedlessMails(records: Records, workspace: string, late: Date): Promise<void> {
  const due = records.updateTable('notifications').where('workspace', '=', workspace).where('mailState', '=', 'due');
  await due.set({ mailState: 'none' }).where('readAt', 'is not', null).where('mailBatch', 'is', null).execute();
  await due.set({ mailState: 'failed' }).where('mailAt', '<', late).execute();
}

/** Puts what is due to one member into one mail, which stays that mail until it is sent. */
export async function batchMails(records: Records, workspace: string, now: Date): Promise<void> {
  const rows = await records
    .selectFrom('notifications')
    .select('userId')
    .distinct()
    .where('workspace', '=', workspace)
    .where('mailState', '=', 'due')
    .where('mailBatch', 'is', null)
    .where('mailAt', '<=', now)
    .execute();
  for (const { userId } of rows) {
    await records
      .updateTable('notifications')
      .set({ mailBatch: randomUUID() })
      .where('workspace', '=', workspace)
      .where('userId', '=', userId)
      .where('mailState', '=', 'due')
      .where('mailBatch', 'is', null)
      .where('mailAt', '<=', now)
      .execute();
  }
}

/** The mails that are to be sent now, by what names them. */
export async function listDueMails(records: Records, workspace: string, now: Date): Promise<string[]> {
  const rows = await records
    .selectFrom('notifications')
    .select('mailBatch')
    .distinct()
    .where('workspace', '=', workspace)
    .where('mailState', '=', 'due')
    .where('mailBatch', 'is not', null)
    .where('mailAt', '<=', now)
    .execute();
  return rows.flatMap(({ mailBatch }) => mailBatch ?? []);
}

/** What a mail tells and is not sent, the oldest first. */
export async function readMail(records: Records, workspace: string, batch: string): Promise<NotificationRecord[]> {
  const query = records.selectFrom('notifications').selectAll().where('workspace', '=', workspace);
  return query
    .where('mailBatch', '=', batch)
    .where('mailState', '=', 'due')
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}

/** Writes down how a mail went. */
export async function noteMail(
  records: Records,
  workspace: string,
  batch: string,
  noted: {
    readonly mailState: 'due' | 'sent' | 'failed';
    readonly mailAt: Date;
    readonly mailAttempts: number;
    readonly mailAnswer: string | null;
  },
): Promise<void> {
  const query = records.updateTable('notifications').set(noted).where('workspace', '=', workspace);
  await query.where('mailBatch', '=', batch).where('mailState', '=', 'due').execute();
}
