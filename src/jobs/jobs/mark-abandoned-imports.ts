import { markAbandonedImports as mark } from '#app/imports/mark-abandoned-imports.ts';
import { eachWorkspace, type MinuteJob } from '../job.ts';

/** Says of imports whose process died that they were cut off. */
export const markAbandonedImports: MinuteJob = {
  id: 'mark-abandoned-imports',
  every: 'minute',
  run: (installation) => eachWorkspace(installation, mark),
};
