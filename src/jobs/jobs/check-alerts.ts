import { checkAlerts as check } from '#app/alerts/check-alerts.ts';
import { noPost } from '#app/schedules/post.ts';
import { eachWorkspace, type RegularJob } from '../job.ts';

/** Looks at the figures of every alert, and says what has left its bounds. */
export const checkAlerts: RegularJob = {
  id: 'check-alerts',
  every: 'minute',
  run: (installation, post = noPost(installation)) => eachWorkspace(installation, (app) => check(app, post)),
};
