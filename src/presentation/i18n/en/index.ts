import { access } from './access.ts';
import { account } from './account.ts';
import { agent } from './agents/agent.ts';
import { common } from './common.ts';
import { compose } from './compose.ts';
import { customer } from './customers/customer.ts';
import { dashboard } from './dashboard.ts';
import { deadLetter } from './data-in/dead-letter.ts';
import { firstRun } from './data-in/first-run.ts';
import { hook } from './data-in/hook.ts';
import { source } from './data-in/source.ts';
import { definition } from './definition.ts';
import { file } from './file.ts';
import { form } from './form.ts';
import { overview } from './overview.ts';
import { period } from './period.ts';
import { proof } from './proof.ts';
import { report } from './report.ts';
import { saved } from './saved.ts';
import { schedule } from './schedule.ts';
import { audit } from './settings/audit.ts';
import { calendar } from './settings/calendar.ts';
import { data } from './settings/data.ts';
import { member } from './settings/member.ts';
import { policy } from './settings/policy.ts';
import { secret } from './settings/secret.ts';
import { security } from './settings/security.ts';
import { settings } from './settings/settings.ts';
import { share } from './settings/share.ts';
import { token } from './settings/token.ts';
import { whatIf } from './settings/what-if.ts';
import { discussion } from './talk/discussion.ts';
import { notification } from './talk/notification.ts';
import { target } from './target.ts';
import { ticket } from './ticket.ts';
import { vocabulary } from './vocabulary.ts';
import { alert } from './watch/alert.ts';
import { breach } from './watch/breach.ts';
import { bulletin } from './watch/bulletin.ts';
import { channel } from './watch/channel.ts';
import { desk } from './watch/desk.ts';
import { wall } from './watch/wall.ts';

export const catalogue = {
  access,
  account,
  agent,
  alert,
  audit,
  breach,
  bulletin,
  calendar,
  hook,
  channel,
  desk,
  common,
  dashboard,
  compose,
  customer,
  data,
  deadLetter,
  definition,
  discussion,
  file,
  firstRun,
  form,
  member,
  notification,
  secret,
  overview,
  policy,
  period,
  proof,
  report,
  saved,
  schedule,
  security,
  settings,
  share,
  source,
  target,
  ticket,
  token,
  vocabulary,
  wall,
  whatIf,
} as const;
