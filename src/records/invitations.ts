import type { Insertable, Selectable } from 'kysely';
import type { Records } from './client.ts';
import type { InvitationTable } from './tables.ts';

export type Invitation = Selectable<InvitationTable>;

/** Keeps an invitation; an earlier one of the same address in the workspace is replaced. */
export async function saveInvitation(records: Records, invitation: Insertable<InvitationTable>): Promise<Invitation> {
  return records.transaction().execute(async (trx) => {
    const { workspace, email } = invitation;
    await trx.deleteFrom('invitations').where('workspace', '=', workspace).where('email', '=', email).execute();
    return trx.insertInto('invitations').values(invitation).returningAll().executeTakeFirstOrThrow();
  });
}

/** Those whose time is not over, the newest first. */
export async function listInvitations(records: Records, workspace: string, now: Date): Promise<Invitation[]> {
  return records
    .selectFrom('invitations')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .execute();
}

/** By the hash of its secret, in whatever workspace: for connections of the whole installation. */
export async function findInvitation(everywhere: Records, hash: string, now: Date): Promise<Invitation | null> {
  const query = everywhere.selectFrom('invitations').selectAll().where('hash', '=', hash).where('expiresAt', '>', now);
  return (await query.executeTakeFirst()) ?? null;
}

/** False: there was none. */
export async function removeInvitation(records: Records, workspace: string, id: string): Promise<boolean> {
  const query = records.deleteFrom('invitations').where('workspace', '=', workspace).where('id', '=', id);
  return (await query.executeTakeFirst()).numDeletedRows > 0n;
}
