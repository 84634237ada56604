import { noPost } from '#app/schedules/post.ts';
import { runSchedules } from '#app/schedules/run-schedules.ts';
import { eachWorkspace, type RegularJob } from '../job.ts';

/** Sends the reports whose time has come, and again what a mail server did not take. */
export const sendSchedules: RegularJob = {
  id: 'send-schedules',
  every: 'minute',
  run: (installation, post = noPost(installation)) => eachWorkspace(installation, (app) => runSchedules(app, post)),
};
