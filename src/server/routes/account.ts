import { changeAccount, describeSession } from '#app/accounts/describe-session.ts';
import { createFirstOwner } from '#app/accounts/first-owner.ts';
import {
  changePassword,
  confirmTwoFactor,
  listOwnSessions,
  signOutEverywhere,
  startTwoFactor,
  stopTwoFactor,
} from '#app/accounts/own-account.ts';
import { requestPasswordReset, resetPassword } from '#app/accounts/reset-password.ts';
import { signIn, signOut, startSingleSignOn, verifySecondFactor } from '#app/accounts/sign-in.ts';
import { auditAccount } from '#app/audit/audit-account.ts';
import { acceptInvitation, describeInvitation } from '#app/members/accept-invitation.ts';
import { firstWorkspace } from '#app/open-installation.ts';
import { VigieError } from '#domain/error.ts';
import type { Handlers } from '../handler.ts';

type Account =
  | 'get-session'
  | 'sign-in'
  | 'verify-two-factor'
  | 'start-single-sign-on'
  | 'sign-out'
  | 'create-owner'
  | 'request-password-reset'
  | 'reset-password'
  | 'update-me'
  | 'change-password'
  | 'list-sessions'
  | 'sign-out-everywhere'
  | 'start-two-factor'
  | 'confirm-two-factor'
  | 'stop-two-factor'
  | 'get-invitation'
  | 'accept-invitation';

export const accountHandlers: Pick<Handlers, Account> = {
  'get-session': ({ accounts, identity }) => describeSession(accounts, identity),
  async 'sign-in'({ accounts, body, asker, address }) {
    const outcome = await signIn(accounts, body, asker).catch(async (error: unknown) => {
      const code = error instanceof VigieError ? error.code : null;
      await auditAccount(accounts, body.email, 'account.sign-in-failed', address, { code });
      throw error;
    });
    if (outcome.status === 'signed-in') await auditAccount(accounts, body.email, 'account.signed-in', address);
    return outcome;
  },
  async 'verify-two-factor'({ accounts, body, asker, address }) {
    const { outcome, email } = await verifySecondFactor(accounts, body, asker);
    await auditAccount(accounts, email, 'account.signed-in', address, {
      secondFactor: body.backup ? 'backup' : 'totp',
    });
    return outcome;
  },
  async 'start-single-sign-on'({ accounts, body, asker }) {
    return { url: await startSingleSignOn(accounts, body.returnTo, asker) };
  },
  async 'sign-out'({ accounts, asker, identity }) {
    if (identity?.signedIn) await signOut(accounts, asker);
  },
  async 'create-owner'({ accounts, body, asker, address }) {
    await createFirstOwner(accounts, firstWorkspace, body, address);
    return signIn(accounts, body, asker);
  },
  async 'request-password-reset'({ accounts, body, log }) {
    requestPasswordReset(accounts, body.email, (err) => log.warn({ err }, 'password reset mail failed'));
    return { status: 'sent-if-known' };
  },
  async 'reset-password'({ accounts, params, body, asker, address }) {
    const email = await resetPassword(accounts, params.token, body.password, asker);
    if (email !== null) await auditAccount(accounts, email, 'account.password-reset', address);
  },
  async 'update-me'({ accounts, identity, body }) {
    if (identity === null) throw new VigieError('access.not-signed-in');
    return changeAccount(accounts, identity, body);
  },
  async 'change-password'({ accounts, body, asker, signedIn, address }) {
    await changePassword(accounts, body, asker);
    await auditAccount(accounts, signedIn.user.email, 'account.password-changed', address);
  },
  async 'list-sessions'({ accounts, signedIn }) {
    return { items: await listOwnSessions(accounts, signedIn) };
  },
  async 'sign-out-everywhere'({ accounts, signedIn, asker, address }) {
    await signOutEverywhere(accounts, signedIn, asker);
    await auditAccount(accounts, signedIn.user.email, 'account.signed-out-everywhere', address);
  },
  'start-two-factor': ({ accounts, body, asker }) => startTwoFactor(accounts, body.password, asker),
  async 'confirm-two-factor'({ accounts, body, asker, signedIn, address }) {
    await confirmTwoFactor(accounts, body.code, asker);
    await auditAccount(accounts, signedIn.user.email, 'account.two-factor-started', address);
  },
  async 'stop-two-factor'({ accounts, body, asker, signedIn, address }) {
    await stopTwoFactor(accounts, body.password, asker);
    await auditAccount(accounts, signedIn.user.email, 'account.two-factor-stopped', address);
  },
  'get-invitation': ({ accounts, params }) => describeInvitation(accounts, params.token),
  'accept-invitation': ({ accounts, params, body, identity, asker }) =>
    acceptInvitation(accounts, params.token, body, identity?.signedIn?.user ?? null, asker),
};
