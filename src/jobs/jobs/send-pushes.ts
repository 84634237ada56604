import { sendPushes as send } from '#app/push/send-pushes.ts';
import { eachWorkspace, type RegularJob } from '../job.ts';

/** Tells members on their devices what they are to be told, and again what a push service did not take. */
export const sendPushes: RegularJob = {
  id: 'send-pushes',
  every: 'minute',
  run: async (installation, post) => {
    if (post !== undefined) await eachWorkspace(installation, (app) => send(app, post));
  },
};
