import type { Analytics } from '#analytics/client.ts';
import type { Audience } from '#domain/access/audience.ts';
import type { Records } from '#records/client.ts';
import type { Locks } from '#records/locks/locks.ts';
import type { FoldQueue } from './folds/fold-queue.ts';
import type { Installation } from './installation.ts';
import type { Intake } from './intake/intake.ts';
import type { Journal } from './journal.ts';

/**
 * One workspace of a running installation: its stores show nothing of any other. Every use case of a workspace takes it
 * first. There is one a workspace for the life of the installation.
 */
export interface App extends Pick<Installation, 'dataFolder' | 'pool' | 'keys' | 'rewrites' | 'bell' | 'now'> {
  /** Its id; bound in every key and query. */
  readonly workspace: string;
  readonly records: Records;
  readonly analytics: Analytics;
  readonly journal: Journal;
  readonly intake: Intake;
  readonly folds: FoldQueue;
  /** Shared with the other processes of the installation. */
  readonly locks: Locks;
  /** The same workspace as a part of its people may see it: figures and tickets of others are not there. */
  narrowedTo(audience: Audience): App;
}
