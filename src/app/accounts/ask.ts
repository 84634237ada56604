import { APIError } from 'better-auth/api';
import { VigieError } from '#domain/error.ts';
import type { ErrorCode } from '#domain/error-catalogue.ts';

/** The cookies and the address of whoever asks, and where the cookies of an answer go. */
export interface Asker {
  readonly headers: Headers;
  setCookies(cookies: readonly string[]): void;
}

/** What the library calls each refusal, and what we call it. */
const refusals: Readonly<Record<string, ErrorCode>> = {
  INVALID_EMAIL_OR_PASSWORD: 'account.bad-credentials',
  INVALID_PASSWORD: 'account.wrong-password',
  INVALID_TOKEN: 'account.link-expired',
  INVALID_CODE: 'account.bad-code',
  INVALID_BACKUP_CODE: 'account.bad-code',
  BACKUP_CODES_NOT_ENABLED: 'account.bad-code',
  TOTP_NOT_ENABLED: 'account.bad-code',
  INVALID_TWO_FACTOR_COOKIE: 'account.bad-code',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'account.bad-code',
  TOTP_ALREADY_ENABLED: 'account.two-factor-on',
  UNAUTHORIZED: 'access.not-signed-in',
};

/** Asks the library something on behalf of somebody; its refusals become ours, its cookies theirs. */
export async function ask<T>(
  asker: Asker,
  question: (more: {
    readonly headers: Headers;
    readonly returnHeaders: true;
  }) => Promise<{ headers: Headers; response: T }>,
): Promise<T> {
  try {
    const { headers, response } = await question({ headers: asker.headers, returnHeaders: true });
    asker.setCookies(headers.getSetCookie());
    return response;
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof APIError)) return error;
  const code = error.body?.code ?? '';
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return new VigieError('account.locked', { minutes: 15 });
  const known = refusals[code] ?? (error.statusCode === 401 ? 'access.not-signed-in' : undefined);
  return known === undefined ? error : new VigieError(known, {}, { cause: error });
}
