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
}

/** Accounts of an installation: who people are, before what they may. */
export interface Accounts extends AccountsPlace {
  readonly auth: Auth;
  /** Null where no mail server is set. */
  readonly sendMail: ((mail: Mail) => Promise<void>) | null;
}

/** The accounts of an open installation, as its settings say. `port` is the one that it listens on. */
export function accountsOf(
  { records, keys, now }: Installation,
  settings: Pick<Settings, 'host' | 'port' | 'publicUrl' | 'mail' | 'singleSignOn'>,
): Accounts {
  const { host, port, publicUrl, mail, singleSignOn } = settings;
  const local = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  return openAccounts({ everywhere: records.everywhere, keys, now, url: publicUrl ?? local, mail, singleSignOn });
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
    sendReset: async (user, token) => sendMail?.(resetLetter(user, `${place.url}/reset-password/${token}`)),
  });
  return { ...place, auth, sendMail };
}
