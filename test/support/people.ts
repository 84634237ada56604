import type { FastifyInstance } from 'fastify';
import type { Accounts } from '#app/accounts/accounts.ts';
import { createUser } from '#app/accounts/create-user.ts';
import type { App } from '#app/app.ts';
import type { Role } from '#domain/access/role.ts';
import { saveMember } from '#records/members.ts';

export const password = 'a password for tests';

/** Somebody with an account; what goes into the header `cookie` of their requests. */
export interface Person {
  readonly id: string;
  readonly email: string;
  readonly cookie: string;
}

interface Given {
  readonly email: string;
  readonly role: Role;
  readonly teams?: readonly string[];
  readonly agents?: readonly string[];
  readonly operator?: boolean;
}

/** Makes an account and a member, and signs them in as a browser would. */
export async function makeMember(server: FastifyInstance, accounts: Accounts, app: App, given: Given): Promise<Person> {
  const { email, role, teams = [], agents = [], operator = false } = given;
  const id = await createUser(accounts, { name: email.split('@')[0] as string, email, password, operator });
  await saveMember(app.records, { workspace: app.workspace, userId: id, role, teams, agents });
  return { id, email, cookie: await signInAs(server, email) };
}

/** The cookie of a new session. */
export async function signInAs(server: FastifyInstance, email: string, secret = password): Promise<string> {
  const answer = await server.inject({
    method: 'POST',
    url: '/api/v1/session',
    headers: { 'content-type': 'application/json', cookie: '' },
    payload: JSON.stringify({ email, password: secret }),
  });
  if (answer.statusCode !== 200) throw new Error(`Signing in as ${email} failed: ${answer.body}`);
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}
