import type { SessionView } from '#contract/schemas/account.ts';
import { type PermissionId, permissions } from '#domain/access/permission.ts';
import { findUser, hasPassword, hasUsers, updateUser } from '#records/users.ts';
import type { Identity } from '../access/identify.ts';
import { may } from '../permissions.ts';
import type { Accounts } from './accounts.ts';

/** Who is signed in and what they may do; what a page that nobody is signed in at must know. */
export async function describeSession(accounts: Accounts, identity: Identity | null): Promise<SessionView> {
  const { everywhere, singleSignOn, sendMail } = accounts;
  const setup = {
    ownerNeeded: !(await hasUsers(everywhere)),
    singleSignOn: singleSignOn?.name ?? null,
    mail: sendMail !== null,
  };
  const signedIn = identity?.signedIn ?? null;
  if (identity === null || signedIn === null) return { user: null, workspace: null, workspaces: [], setup };
  const { id, name, email, language, timeZone, theme, twoFactorEnabled, operator } = signedIn.user;
  const twoFactor = twoFactorEnabled === true;
  return {
    user: {
      ...{ id, name, email, language, timeZone, theme, twoFactor, operator },
      hasPassword: await hasPassword(everywhere, id),
    },
    workspace: workspaceOf(identity),
    workspaces: identity.memberships.map(({ workspace, name: of, role }) => ({ id: workspace, name: of, role })),
    setup,
  };
}

function workspaceOf({ actor, workspace, memberships }: Identity): SessionView['workspace'] {
  const membership = memberships.find((one) => one.workspace === workspace);
  if (membership === undefined) return null;
  const allowed = (Object.keys(permissions) as PermissionId[]).filter((permission) => may(actor, permission));
  return { id: membership.workspace, name: membership.name, role: membership.role, permissions: allowed };
}

export interface AccountChange {
  readonly name?: string | undefined;
  readonly language?: 'en' | 'fr' | null | undefined;
  readonly timeZone?: string | null | undefined;
  readonly theme?: 'light' | 'dark' | 'auto' | null | undefined;
}

/** Changes one's own account; the answer is the session as it is then. */
export async function changeAccount(
  accounts: Accounts,
  identity: Identity,
  change: AccountChange,
): Promise<SessionView> {
  const signedIn = identity.signedIn;
  if (signedIn === null) return describeSession(accounts, null);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  await updateUser(accounts.everywhere, signedIn.user.id, given);
  const user = (await findUser(accounts.everywhere, signedIn.user.id)) ?? signedIn.user;
  return describeSession(accounts, { ...identity, signedIn: { ...signedIn, user } });
}
