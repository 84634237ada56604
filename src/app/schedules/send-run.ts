import { VigieError } from '#domain/error.ts';
import {
  findRun,
  listDeliveries,
  type ScheduleRun,
  saveDelivery,
  updateRun,
} from '#records/schedules/schedule-runs.ts';
import { findSchedule, type Schedule } from '#records/schedules/schedules.ts';
import type { App } from '../app.ts';
import { knownFailure } from '../known-failure.ts';
import { findRecipients } from './find-recipients.ts';
import { answerOf, isRefusal } from './mail-answers.ts';
import type { Post } from './post.ts';
import { isEmptyRun, prepareRun } from './prepare-run.ts';
import { writeRunMail } from './write-run-mail.ts';

const minuteMs = 60_000;
/** A run that fails is tried again after 1, 2, 4… minutes, over more than an hour in all. */
export const attemptsAtMost = 7;

/**
 * Sends a run to whom it was not sent yet, and writes down how it went. One process at a time does; what it has sent it
 * writes down at once, so that after one that died at most the mail under way is sent twice, under the same message id.
 */
export async function sendRun(app: App, post: Post, id: string): Promise<void> {
  const claim = await app.locks.claim(`schedule-run:${app.workspace}:${id}`);
  if (claim === null) return;
  try {
    const run = await findRun(app.records, app.workspace, id);
    const schedule = run === null ? null : await findSchedule(app.records, app.workspace, run.schedule);
    if (run === null || schedule === null || run.state !== 'due') return;
    await attempt(app, post, schedule, run);
  } finally {
    await claim.release();
  }
}

async function attempt(app: App, post: Post, schedule: Schedule, run: ScheduleRun): Promise<void> {
  const attempts = run.attempts + 1;
  try {
    const state = await deliver(app, post, schedule, run);
    await updateRun(app.records, app.workspace, run.id, {
      ...{ state, attempts, finishedAt: new Date(app.now()), retryAt: null, errorCode: null, errorParams: null },
    });
  } catch (error) {
    const known = knownFailure(error) ?? new VigieError('server.unexpected', {}, { cause: error });
    const over = attempts >= attemptsAtMost || known.kind !== 'unavailable' || isFinal(known);
    await updateRun(app.records, app.workspace, run.id, {
      ...{ state: over ? 'failed' : 'due', attempts },
      finishedAt: over ? new Date(app.now()) : null,
      retryAt: over ? null : new Date(app.now() + minuteMs * 2 ** (attempts - 1)),
      errorCode: known.code,
      errorParams: JSON.stringify(known.params),
    });
    if (known.code === 'server.unexpected') throw error;
  }
}

const isFinal = ({ code, params }: VigieError) => code === 'schedule.mail-refused' && params.again === 0;

async function deliver(app: App, post: Post, schedule: Schedule, run: ScheduleRun): Promise<'sent' | 'empty'> {
  const { sendMail } = post;
  if (sendMail === null) throw new VigieError('schedule.no-mail');
  const prepared = await prepareRun(app, schedule, run.dueAt.getTime());
  if (schedule.onlyWithData && isEmptyRun(prepared) && !run.asked) return 'empty';
  const addresses = await findRecipients(app, post, schedule);
  const before = await listDeliveries(app.records, app.workspace, [run.id]);
  const done = new Set(before.filter(({ state }) => state !== 'failed').map(({ address }) => address));
  const mail = await writeRunMail(post, schedule, run, prepared);
  const save = (address: string, state: 'sent' | 'failed' | 'refused', answer: string | null) =>
    saveDelivery(app.records, {
      ...{ workspace: app.workspace, run: run.id, address, state, answer },
      at: new Date(app.now()),
    });
  for (const address of addresses.filter((each) => !done.has(each))) {
    try {
      await sendMail(mail.to(address));
      await save(address, 'sent', null);
    } catch (error) {
      await save(address, isRefusal(error) ? 'refused' : 'failed', answerOf(error));
    }
  }
  await throwIfAnyFailed(app, run);
  return 'sent';
}

async function throwIfAnyFailed(app: App, run: ScheduleRun): Promise<void> {
  const deliveries = await listDeliveries(app.records, app.workspace, [run.id]);
  const failures = deliveries.filter(({ state }) => state !== 'sent');
  const [first] = failures;
  if (first === undefined) return;
  const again = failures.filter(({ state }) => state === 'failed').length;
  const answer = first.answer ?? '';
  throw new VigieError('schedule.mail-refused', { failed: failures.length, all: deliveries.length, answer, again });
}
