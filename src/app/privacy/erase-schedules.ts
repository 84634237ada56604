import type { Erasure } from '#domain/privacy/erasure.ts';
import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Records } from '#records/client.ts';
import { listSchedules, removeSchedule, updateSchedule } from '#records/schedules/schedules.ts';
import { pseudonymQuery } from './erase-query.ts';

/**
 * Schedules that ask for a customer ask for the pseudonym; a title that names them is emptied. One that still tells of them,
 * in its question or as an address, is removed with its log.
 */
export async function eraseFromSchedules(
  records: Records,
  workspace: string,
  people: readonly Sought[],
  erasures: ReadonlyMap<string, Erasure>,
): Promise<void> {
  const mentions = compileMentions(people);
  for (const { id, subject, title, addresses } of await listSchedules(records, workspace)) {
    const named = mentions(title).size > 0;
    const written = mentions(addresses.join(' ')).size > 0;
    const query = subject.query === null ? {} : pseudonymQuery(subject.query, mentions, erasures);
    if ((subject.query === null || query === subject.query) && !named && !written) continue;
    if (written || query === null) {
      await removeSchedule(records, workspace, id);
      continue;
    }
    const asked = JSON.stringify(subject.query === null ? subject : { ...subject, query });
    await updateSchedule(records, workspace, id, { subject: asked, ...(named ? { title: '…' } : {}) });
  }
}
