import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth } from 'better-auth/plugins/generic-oauth';
import { twoFactor } from 'better-auth/plugins/two-factor';
import type { Records } from '#records/client.ts';
import type { SingleSignOnSettings } from '#settings';
import type { Keys } from '../keys.ts';
import { longestSessionDays } from './find-session.ts';

const day = 86_400;

/** The id of the single sign-on provider, in addresses that are registered with it. */
export const provider = 'oidc';

export interface AuthOptions {
  readonly everywhere: Records;
  readonly keys: Keys;
  /** The address under which people reach Vigie. */
  readonly url: string;
  readonly singleSignOn: SingleSignOnSettings | null;
  /** Whether somebody whom the provider knows may have an account here. */
  readonly isInvited: (email: string) => Promise<boolean>;
  readonly sendReset: (user: { readonly email: string; readonly name: string }, token: string) => Promise<void>;
}

/**
 * The library for accounts on our records: passwords (scrypt), sessions, second factors, single sign-on. Its routes are not
 * served, but for the one to which the provider returns: use cases call it.
 */
export function buildAuth(options: AuthOptions) {
  const { everywhere, keys, url, singleSignOn } = options;
  const encrypted = url.startsWith('https:');
  return betterAuth({
    appName: 'Vigie',
    baseURL: url,
    basePath: '/api/auth',
    secret: keys.derive('accounts').toString('base64url'),
    database: { db: everywhere, type: 'postgres' },
    telemetry: { enabled: false },
    // What fails is told by the one mapper of each edge.
    logger: { disabled: true },
    advanced: {
      // The library's own way to secure cookies gives them a weaker prefix, under which a neighbouring host could set them.
      cookiePrefix: encrypted ? '__Host-vigie' : 'vigie',
      useSecureCookies: false,
      defaultCookieAttributes: { secure: encrypted },
      // Unlike those of the library, these ids do not look like secrets, so the log may show them.
      database: { validateSchema: false, generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: ['x-vigie-client'] },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: 3600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => options.sendReset(user, token),
    },
    // How long it may stay unused is ours to tell: the library would move its end with every use.
    session: {
      modelName: 'sessions',
      expiresIn: longestSessionDays * day,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    user: {
      modelName: 'users',
      additionalFields: {
        operator: { type: 'boolean', defaultValue: false, input: false },
        language: { type: 'string', required: false, input: false },
        timeZone: { type: 'string', required: false, input: false },
        theme: { type: 'string', required: false, input: false },
      },
      validateUserInfo: async ({ user, source }) => {
        if (source.method !== 'oauth' || source.action !== 'create-user') return;
        if (typeof user.email === 'string' && user.emailVerified && (await options.isInvited(user.email))) return;
        return { error: 'not_invited' };
      },
    },
    account: {
      modelName: 'logins',
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, trustedProviders: [] },
    },
    verification: { modelName: 'verifications', storeIdentifier: 'hashed' },
    plugins: [
      twoFactor({
        issuer: 'Vigie',
        twoFactorTable: 'twoFactors',
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
      }),
      ...(singleSignOn === null ? [] : [genericOAuth({ config: [providerOf(singleSignOn)] })]),
    ],
  });
}

function providerOf({ issuer, clientId, clientSecret, name }: SingleSignOnSettings) {
  return {
    providerId: provider,
    name,
    clientId,
    clientSecret,
    discoveryUrl: `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`,
    requireIdTokenVerification: true,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
  };
}

export type Auth = ReturnType<typeof buildAuth>;
