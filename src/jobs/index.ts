import type { Job } from './job.ts';
import { applyRetention } from './jobs/apply-retention.ts';
import { checkAlerts } from './jobs/check-alerts.ts';
import { compactFacts } from './jobs/compact-facts.ts';
import { foldPending } from './jobs/fold-pending.ts';
import { forgetExpired } from './jobs/forget-expired.ts';
import { markAbandonedImports } from './jobs/mark-abandoned-imports.ts';
import { resumeErasures } from './jobs/resume-erasures.ts';
import { sendNotifications } from './jobs/send-notifications.ts';
import { sendSchedules } from './jobs/send-schedules.ts';

/** Every job of Vigie. The id of a job is the name of its queue. */
export const jobs: readonly Job[] = [
  applyRetention,
  checkAlerts,
  compactFacts,
  foldPending,
  forgetExpired,
  markAbandonedImports,
  resumeErasures,
  sendNotifications,
  sendSchedules,
];
