import { VigieError } from '#domain/error.ts';
import { saveMember } from '#records/members.ts';
import { saveOneTimeLink, takeOneTimeLink } from '#records/one-time-links.ts';
import { hasUsers } from '#records/users.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { hashSecret, makeSecret } from '../secret-text.ts';
import type { Accounts } from './accounts.ts';
import { checkPassword } from './check-password.ts';
import { createUser } from './create-user.ts';

const HOUR = 3_600_000;

/** The link by which the first account is made, valid for an hour; null where there is an account already. */
export async function makeOwnerLink(accounts: Accounts): Promise<string | null> {
  const { everywhere, now, url } = accounts;
  if (await hasUsers(everywhere)) return null;
  const token = makeSecret();
  await saveOneTimeLink(everywhere, {
    purpose: 'first-owner',
    hash: hashSecret(token),
    expiresAt: new Date(now() + HOUR),
  });
  return `${url}/first-owner?token=${token}`;
}

export interface FirstOwner {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/**
 * Makes the first account: owner of the first workspace and operator of the installation. Throws `account.link-expired`,
 * and `account.weak-password`, after which the link still works.
 */
export async function createFirstOwner(
  accounts: Accounts,
  workspace: string,
  given: FirstOwner,
  address: string | null = null,
): Promise<string> {
  const { everywhere, now } = accounts;
  await checkPassword(given.password, given);
  const taken = await takeOneTimeLink(everywhere, 'first-owner', hashSecret(given.token), new Date(now()));
  if (!taken || (await hasUsers(everywhere))) throw new VigieError('account.link-expired');
  const userId = await createUser(accounts, { ...given, operator: true });
  const actor = { kind: 'guest', id: userId, name: given.name, operator: true } as const;
  await everywhere.transaction().execute(async (trx) => {
    await saveMember(trx, { workspace, userId, role: 'owner', teams: [], agents: [] });
    const deed = { action: 'member.joined', subject: userId, details: { role: 'owner' } };
    await recordAudit(trx, workspace, { actor, address }, deed);
  });
  return userId;
}
