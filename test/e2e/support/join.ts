import { password } from '#test/support/people.ts';
import { post } from './server.ts';

interface Given {
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly teams?: readonly string[];
  readonly agents?: readonly string[];
}

/** The owner invites somebody, who accepts: their account, to sign in with. */
export async function join(origin: string, { name, ...given }: Given): Promise<{ email: string; password: string }> {
  const { link } = await post<{ link: string }>(origin, '/invitations', given);
  const response = await fetch(`${origin}/api/v1/invitations/by-token/${link.split('/').at(-1)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  if (!response.ok) throw new Error(`${given.email} could not accept: ${await response.text()}`);
  return { email: given.email, password };
}
