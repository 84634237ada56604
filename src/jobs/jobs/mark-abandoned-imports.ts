import { markAbandonedImports as mark } from '#app/imports/mark-abandoned-imports.ts';
import { eachWorkspace, type RegularJob } from '../job.ts';

/** Says of imports whose process died that they were cut off. */
export const markAbandonedImports: RegularJob = {
  id: 'mark-abandoned-imports',
  every: 'minute',
  run: (installation) => eachWorkspace(installation, mark),
};
