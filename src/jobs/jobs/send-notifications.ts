import { sendNotifications as send } from '#app/notifications/send-notifications.ts';
import { noPost } from '#app/schedules/post.ts';
import { eachWorkspace, type RegularJob } from '../job.ts';

/** Mails to members what they are to be told, and again what a mail server did not take. */
export const sendNotifications: RegularJob = {
  id: 'send-notifications',
  every: 'minute',
  run: (installation, post = noPost(installation)) => eachWorkspace(installation, (app) => send(app, post)),
};
