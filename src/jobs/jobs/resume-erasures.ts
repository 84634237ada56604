import { resumeErasures as resume } from '#app/privacy/run-erasures.ts';
import { eachWorkspace, type RegularJob } from '../job.ts';

/** Finishes erasures that failed, or whose process died. */
export const resumeErasures: RegularJob = {
  id: 'resume-erasures',
  every: 'minute',
  run: (installation) => eachWorkspace(installation, (app) => resume(app, installation.records.everywhere)),
};
