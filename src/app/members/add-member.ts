import type { Role } from '#domain/access/role.ts';
import { saveMember } from '#records/members.ts';
import { findUserByEmail, updateUser } from '#records/users.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { createUser, type NewUser } from '../accounts/create-user.ts';
import type { App } from '../app.ts';
import { byOperator, recordAudit } from '../audit/record-audit.ts';

/** Makes somebody a member, with an account if they have none; for the command line. Gives the id of the account. */
export async function addMember(
  accounts: Accounts,
  app: App,
  given: NewUser & { readonly role: Role },
): Promise<string> {
  const known = await findUserByEmail(accounts.everywhere, given.email);
  const userId = known?.id ?? (await createUser(accounts, given));
  if (known && given.operator) await updateUser(accounts.everywhere, userId, { operator: true });
  const { role } = given;
  await saveMember(app.records, { workspace: app.workspace, userId, role, teams: [], agents: [] });
  const details = { email: given.email.toLowerCase(), role, operator: given.operator === true };
  await recordAudit(app.records, app.workspace, byOperator, { action: 'member.added', subject: userId, details });
  return userId;
}
