import { listMemberships } from '#records/members.ts';
import { findUserByEmail } from '#records/users.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { recordAudit } from './record-audit.ts';

/** What happens to an account, as the audit log calls it. */
export type AccountDeed =
  | 'account.signed-in'
  | 'account.sign-in-failed'
  | 'account.password-changed'
  | 'account.password-reset'
  | 'account.two-factor-started'
  | 'account.two-factor-stopped'
  | 'account.signed-out-everywhere';

/**
 * Writes what happened to an account into the audit log of every workspace that it is a member of. Of an address without an
 * account nothing is kept: it may be anybody's.
 */
export async function auditAccount(
  accounts: Accounts,
  email: string,
  action: AccountDeed,
  address: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { everywhere } = accounts;
  const user = await findUserByEmail(everywhere, email);
  if (user === null) return;
  const actor = { kind: 'guest', id: user.id, name: user.name, operator: user.operator } as const;
  for (const { workspace } of await listMemberships(everywhere, user.id)) {
    await recordAudit(everywhere, workspace, { actor, address }, { action, subject: user.id, details });
  }
}
