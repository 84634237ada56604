import { listMembers } from '#records/members.ts';
import type { Schedule } from '#records/schedules/schedules.ts';
import { listOptOuts } from '#records/schedules/schedules.ts';
import type { App } from '../app.ts';
import type { Post } from './post.ts';

/** The addresses that a schedule is sent to: members who still are some, and others; without who wants no more. */
export async function findRecipients(app: App, { everywhere }: Post, schedule: Schedule): Promise<readonly string[]> {
  const members = await listMembers(everywhere, app.workspace);
  const out = new Set(await listOptOuts(app.records, app.workspace, schedule.id));
  const ofMembers = members.filter(({ userId }) => schedule.members.includes(userId)).map(({ email }) => email);
  const all = [...ofMembers, ...schedule.addresses].map((address) => address.toLowerCase());
  return [...new Set(all)].filter((address) => !out.has(address));
}
