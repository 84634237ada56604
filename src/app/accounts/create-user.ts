import { VigieError } from '#domain/error.ts';
import { findUserByEmail } from '#records/users.ts';
import type { Accounts } from './accounts.ts';
import { checkPassword } from './check-password.ts';

export interface NewUser {
  readonly name: string;
  readonly email: string;
  /** Null: they sign in by single sign-on, or choose one by a link. */
  readonly password: string | null;
  /** Looks after the installation. */
  readonly operator?: boolean;
}

/** Makes an account; its address counts as theirs, since whoever makes it has invited them. Throws `account.exists` and `.weak-password`. */
export async function createUser(accounts: Accounts, user: NewUser): Promise<string> {
  const email = user.email.toLowerCase();
  if (await findUserByEmail(accounts.everywhere, email)) throw new VigieError('account.exists', { email });
  if (user.password !== null) await checkPassword(user.password, user);
  const { adapter, internalAdapter, password } = await accounts.auth.$context;
  const { name, operator = false } = user;
  const now = new Date(accounts.now());
  // Hashing takes its time, and whoever is stopped during it shall leave no account without a password.
  const hash = user.password === null ? null : await password.hash(user.password);
  // Past the gate of the library, which is for people who come by themselves.
  const made = await adapter.create<Record<string, unknown>, { readonly id: string }>({
    model: 'user',
    data: { name, email, emailVerified: true, operator, createdAt: now, updatedAt: now },
  });
  if (hash !== null) {
    await internalAdapter.linkAccount({
      userId: made.id,
      providerId: 'credential',
      accountId: made.id,
      password: hash,
    });
  }
  return made.id;
}
