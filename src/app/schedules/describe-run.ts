import type { z } from 'zod';
import type { scheduleRun } from '#contract/schemas/schedule.ts';
import { type ErrorEntry, fillTemplate, type Language } from '#domain/error.ts';
import { type ErrorCode, errorCatalogue } from '#domain/error-catalogue.ts';
import type { Delivery, ScheduleRun } from '#records/schedules/schedule-runs.ts';

/** A run as it is told: when, how it went, and how with whom. */
export function describeRun(
  run: ScheduleRun,
  deliveries: readonly Delivery[],
  language: Language,
): z.infer<typeof scheduleRun> {
  const { id, dueAt, asked, missed, state, attempts, retryAt, finishedAt } = run;
  return {
    ...{ id, asked, missed, state, attempts },
    dueAt: dueAt.toISOString(),
    retryAt: retryAt?.toISOString() ?? null,
    finishedAt: finishedAt?.toISOString() ?? null,
    error: errorOf(run, language),
    deliveries: deliveries
      .filter((delivery) => delivery.run === id)
      .map(({ address, state: how, at, answer }) => ({ address, state: how, at: at.toISOString(), answer })),
  };
}

function errorOf({ errorCode, errorParams }: ScheduleRun, language: Language) {
  if (errorCode === null) return null;
  const code = Object.hasOwn(errorCatalogue, errorCode) ? (errorCode as ErrorCode) : 'server.unexpected';
  const { message, todo }: ErrorEntry = errorCatalogue[code];
  const params = errorParams ?? {};
  return { code, detail: fillTemplate(message[language], params), todo: fillTemplate(todo[language], params) };
}
