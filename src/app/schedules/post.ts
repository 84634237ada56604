import type { Accounts } from '../accounts/accounts.ts';
import type { Installation } from '../installation.ts';

/** What sending reports takes besides a workspace: the address of Vigie, the mail server, and who people are. */
export type Post = Pick<Accounts, 'url' | 'sendMail' | 'everywhere' | 'keys'>;

/** The post of an installation from which nobody is written to. */
export const noPost = ({ records, keys }: Installation): Post => ({
  url: 'http://127.0.0.1:4700',
  sendMail: null,
  everywhere: records.everywhere,
  keys,
});
