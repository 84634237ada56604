import type { OutgoingRules } from '#notifiers/outgoing/send-request.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Post } from '../schedules/post.ts';

/** How messages leave: by the mail server, and to which addresses requests may lead. */
export interface Outgoing extends Post {
  readonly rules: OutgoingRules;
}

export function outgoingOf({ url, sendMail, everywhere, keys, outgoingPrivate = false }: Accounts): Outgoing {
  return { url, sendMail, everywhere, keys, rules: { allowPrivate: outgoingPrivate } };
}
