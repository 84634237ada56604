import { compactWorkspace } from '#app/folds/compact-workspace.ts';
import { eachWorkspace, type RegularJob } from '../job.ts';

/** Writes facts that lie in many places as one, so that reports stay fast while tickets change. */
export const compactFacts: RegularJob = {
  id: 'compact-facts',
  every: 'minute',
  run: (installation) => eachWorkspace(installation, compactWorkspace),
};
