import { listMemberViews } from '#app/members/members.ts';
import { listRunViews, runScheduleNow } from '#app/schedules/run-now.ts';
import { changeSchedule, createSchedule, dropSchedule, listScheduleViews } from '#app/schedules/schedules.ts';
import { unsubscribe } from '#app/schedules/unsubscribe.ts';
import { reportOverrides } from '#contract/schemas/query.ts';
import type { Language } from '#domain/error.ts';
import type { Handlers } from '../handler.ts';
import { parseInput } from '../parse-input.ts';

type Schedules =
  | 'list-schedules'
  | 'create-schedule'
  | 'update-schedule'
  | 'remove-schedule'
  | 'run-schedule'
  | 'list-schedule-runs'
  | 'unsubscribe';

/** A question that could not be asked is refused when it is scheduled, not when its mail is due. */
function checkQuery(
  subject: { readonly kind: string; readonly query: Readonly<Record<string, string>> | null } | undefined,
  language: Language,
): void {
  if (subject?.kind === 'report') parseInput(reportOverrides, subject.query, 'body', language);
}

export const scheduleHandlers: Pick<Handlers, Schedules> = {
  async 'list-schedules'({ app, accounts }) {
    const [items, members] = await Promise.all([listScheduleViews(app), listMemberViews(accounts, app)]);
    const people = members.map(({ id, name }) => ({ id, name }));
    return { items, mail: accounts.sendMail !== null, people };
  },
  async 'create-schedule'({ app, body, actor, address, language }) {
    checkQuery(body.subject, language);
    return createSchedule(app, body, { actor, address });
  },
  async 'update-schedule'({ app, params, body, actor, address, language }) {
    checkQuery(body.subject, language);
    return changeSchedule(app, params.id, body, { actor, address });
  },
  'remove-schedule': ({ app, params, actor, address }) => dropSchedule(app, params.id, { actor, address }),
  'run-schedule': ({ app, accounts, params, actor, address, language }) =>
    runScheduleNow(app, accounts, params.id, { actor, address }, language),
  async 'list-schedule-runs'({ app, params, query, language }) {
    return { items: await listRunViews(app, params.id, query.limit, language) };
  },
  unsubscribe: ({ installation, params }) => unsubscribe(installation, params.token),
};
