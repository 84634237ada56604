import type { Mail } from '#notifiers/e-mail/send-mail.ts';
import { openMail } from '#notifiers/e-mail/send-mail.ts';
import type { Records } from '#records/client.ts';
import type { MailSettings, Settings, SingleSignOnSettings } from '#settings';
import type { Installation } from '../installation.ts';
import type { Keys } from '../keys.ts';
import { type Auth, buildAuth } from './auth.ts';
import { resetLetter } from './letters.ts';

export interface AccountsPlace {
  readonly everywhere: Records;
  readonly keys: Keys;
  now(): number;
  /** The address under which people reach Vigie, without a slash at its end. */
  readonly url: string;
  readonly mail: MailSettings | null;
  readonly singleSignOn: SingleSignOnSettings | null;
  /** Whether addresses that people type may lead into private networks. */
  readonly outgoingPrivate?: boolean;
  /** Told what fails after an answer was given, so that nobody else can be told. */
  readonly onFailure?: OnFailure;
}

export type OnFailure = (what: string, error: unknown) => void;

/** Accounts of an installation: who people are, before what they may. */
export interface Accounts extends AccountsPlace {
  readonly auth: Auth;
  /** Null where no mail server is set. */
  readonly sendMail: ((mail: Mail) => Promise<void>) | null;
}

/** The accounts of an open installation, as its settings say. `port` is the one that it listens on. */
export function accountsOf(
  { records, keys, now }: Installation,
  settings: Pick<Settings, 'host' | 'port' | 'publicUrl' | 'mail' | 'singleSignOn'> &
    Partial<Pick<Settings, 'outgoingPrivate'>>,
  onFailure: OnFailure = () => {},
): Accounts {
  const { host, port, publicUrl, mail, singleSignOn, outgoingPrivate = false } = settings;
  const local = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  const url = publicUrl ?? local;
  return openAccounts({
    everywhere: records.everywhere,
    keys,
    now,
    url,
    mail,
    singleSignOn,
    outgoingPrivate,
    onFailure,
  });
}

export function openAccounts(place: AccountsPlace): Accounts {
  const sendMail = place.mail === null ? null : openMail(place.mail);
  const auth = buildAuth({
    everywhere: place.everywhere,
    keys: place.keys,
    url: place.url,
    singleSignOn: place.singleSignOn,
    isInvited: async (email) => {
      const query = place.everywhere.selectFrom('invitations').select('id').where('email', '=', email.toLowerCase());
      const found = await query.where('expiresAt', '>', new Date(place.now())).executeTakeFirst();
      return found !== undefined;
    },
    sendReset: async (user, token) => {
      // The library would keep a failure to itself.
      await sendMail?.(resetLetter(user, `${place.url}/reset-password/${token}`)).catch((error: unknown) =>
        place.onFailure?.('password reset mail failed', error),
      );
    },
  });
  return { ...place, auth, sendMail };
}
