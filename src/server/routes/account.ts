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
  'sign-in': ({ accounts, body, asker }) => signIn(accounts, body, asker),
  'verify-two-factor': ({ accounts, body, asker }) => verifySecondFactor(accounts, body, asker),
  async 'start-single-sign-on'({ accounts, body, asker }) {
    return { url: await startSingleSignOn(accounts, body.returnTo, asker) };
  },
  async 'sign-out'({ accounts, asker, identity }) {
    if (identity?.signedIn) await signOut(accounts, asker);
  },
  async 'create-owner'({ accounts, body, asker }) {
    await createFirstOwner(accounts, firstWorkspace, body);
    return signIn(accounts, body, asker);
  },
  async 'request-password-reset'({ accounts, body, log }) {
    requestPasswordReset(accounts, body.email, (err) => log.warn({ err }, 'password reset mail failed'));
    return { status: 'sent-if-known' };
  },
  'reset-password': ({ accounts, params, body, asker }) => resetPassword(accounts, params.token, body.password, asker),
  async 'update-me'({ accounts, identity, body }) {
    if (identity === null) throw new VigieError('access.not-signed-in');
    return changeAccount(accounts, identity, body);
  },
  'change-password': ({ accounts, body, asker }) => changePassword(accounts, body, asker),
  async 'list-sessions'({ accounts, signedIn }) {
    return { items: await listOwnSessions(accounts, signedIn) };
  },
  'sign-out-everywhere': ({ accounts, signedIn, asker }) => signOutEverywhere(accounts, signedIn, asker),
  'start-two-factor': ({ accounts, body, asker }) => startTwoFactor(accounts, body.password, asker),
  'confirm-two-factor': ({ accounts, body, asker }) => confirmTwoFactor(accounts, body.code, asker),
  'stop-two-factor': ({ accounts, body, asker }) => stopTwoFactor(accounts, body.password, asker),
  'get-invitation': ({ accounts, params }) => describeInvitation(accounts, params.token),
  'accept-invitation': ({ accounts, params, body, identity, asker }) =>
    acceptInvitation(accounts, params.token, body, identity?.signedIn?.user ?? null, asker),
};
