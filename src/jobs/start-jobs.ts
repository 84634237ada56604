import { PgBoss, type QueueOptions } from 'pg-boss';
import { runOnDueDay } from '#app/daily-work.ts';
import type { Installation } from '#app/installation.ts';
import type { Post } from '#app/schedules/post.ts';
import { claimWithPatience, openingName } from '#app/turns/claim-with-patience.ts';
import { VigieError } from '#domain/error.ts';
import { jobs as allJobs } from './index.ts';
import type { DailyJob, Job, JobLog, RegularJob } from './job.ts';
import { mendClock } from './mend-clock.ts';
import { planDays } from './plan-days.ts';
import { queueDatabase } from './queue-database.ts';
import { secureQueues } from './secure-queues.ts';

const schema = 'pgboss';

/** How often the queues are looked at. Each look is a statement or two, which an idle server should hardly notice. */
const calmly = { cronSeconds: 30, pollSeconds: 10, superviseSeconds: 60, heartbeatSeconds: 30 };

const seldom = {
  queueCacheIntervalSeconds: 600,
  flowIntervalSeconds: 600,
  bamIntervalSeconds: 600,
  reindex: false,
  monitorVacuum: false,
};
const MEND_EVERY_MS = 60_000;
const STOP_WITHIN_MS = 5_000;

const crons = { minute: '* * * * *', hour: '0 * * * *' } as const;

const LONGEST_RETRY_SECONDS = 900;
/** A process that runs a job says so every few seconds: a job of one that died is given to another within two minutes. */
const alive = { expireInSeconds: 6 * 3600, deleteAfterSeconds: 86_400 };
const regularQueue: QueueOptions = { ...alive, retryLimit: 0, retentionSeconds: 600 };
const dailyQueue: QueueOptions = {
  ...alive,
  retryLimit: 20,
  retryDelay: 10,
  retryBackoff: true,
  retryDelayMax: LONGEST_RETRY_SECONDS,
};

export interface JobsOptions {
  /** Without it no mail is sent. */
  readonly post?: Post;
  readonly jobs?: readonly Job[];
  readonly pace?: Partial<typeof calmly>;
}

export interface RunningJobs {
  /** Lets the jobs under way finish for some seconds; what is left of them is done by another process, or later. */
  stop(): Promise<void>;
}

/** Does the jobs of an installation, beside the other processes of it. */
export async function startJobs(
  installation: Installation,
  log: JobLog,
  { jobs = allJobs, pace = {}, post }: JobsOptions = {},
): Promise<RunningJobs> {
  const db = queueDatabase(installation);
  const { cronSeconds, pollSeconds, superviseSeconds, heartbeatSeconds } = { ...calmly, ...pace };
  const schedule = {
    cronMonitorIntervalSeconds: cronSeconds,
    cronWorkerIntervalSeconds: pollSeconds,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
  };
  const boss = new PgBoss({ db, schema, ...seldom, ...schedule });
  const tell = (error: unknown, job?: string) => {
    // A store that is away is told by /readyz, and everything is tried again.
    if (error instanceof VigieError && error.kind === 'unavailable') return;
    log.error({ err: error, ...(job && { job }) }, 'a job failed');
  };
  boss.on('error', (error) => tell(error));
  // One process at a time makes the tables.
  const opening = await claimWithPatience(installation.records.locks, openingName);
  try {
    await boss.start();
    await secureQueues(db, schema);
  } finally {
    await opening.release();
  }
  const mend = () => mendClock(db, schema, LONGEST_RETRY_SECONDS);
  await mend();
  const mending = setInterval(() => mend().catch(tell), MEND_EVERY_MS).unref();
  const daily = jobs.filter((job) => job.every === 'day');
  const regular = [...jobs.filter((job) => job.every !== 'day'), planDays(boss, daily)];
  const polling = { pollingIntervalSeconds: pollSeconds };
  const places = { boss, installation, post, tell, polling, heartbeat: { heartbeatSeconds } };
  for (const job of daily) await workDaily(job, places);
  for (const job of regular) await workRegularly(job, places);
  return {
    async stop() {
      clearInterval(mending);
      await boss.stop({ graceful: true, timeout: STOP_WITHIN_MS });
    },
  };
}

interface Places {
  readonly boss: PgBoss;
  readonly installation: Installation;
  readonly post: Post | undefined;
  readonly tell: Tell;
  readonly polling: { readonly pollingIntervalSeconds: number };
  readonly heartbeat: { readonly heartbeatSeconds: number };
}

type Tell = (error: unknown, job: string) => void;

async function workRegularly(job: RegularJob, places: Places): Promise<void> {
  const { boss, installation, post, tell, polling, heartbeat } = places;
  await boss.createQueue(job.id, { policy: 'short', ...regularQueue, ...heartbeat });
  await boss.work(job.id, polling, async () => {
    await told(job.id, tell, () => job.run(installation, post));
  });
  await boss.schedule(job.id, crons[job.every]);
}

async function workDaily(job: DailyJob, { boss, installation, tell, polling, heartbeat }: Places): Promise<void> {
  await boss.createQueue(job.id, { policy: 'exclusive', ...dailyQueue, ...heartbeat });
  await boss.work<{ workspace: string }>(job.id, polling, async ([asked]) => {
    if (!asked) return;
    await told(job.id, tell, async () => {
      const app = await installation.workspace(asked.data.workspace);
      await runOnDueDay(app, job, () => job.run(app, installation));
    });
  });
}

async function told(id: string, tell: Tell, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell(error, id);
    throw error;
  }
}
