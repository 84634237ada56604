import { forgetExpired as forget } from '#app/accounts/forget-expired.ts';
import type { RegularJob } from '../job.ts';

/** Forgets sessions, invitations and failed sign-ins whose time is over. */
export const forgetExpired: RegularJob = {
  id: 'forget-expired',
  every: 'hour',
  run: forget,
};
