import { sql } from 'kysely';
import type { Records } from './client.ts';

export interface Failures {
  readonly failures: number;
  readonly failedAt: Date;
}

export async function findFailures(records: Records, email: string): Promise<Failures | null> {
  const query = records.selectFrom('signInFailures').select(['failures', 'failedAt']).where('email', '=', email);
  return (await query.executeTakeFirst()) ?? null;
}

/** Counts one more failure; those before `forgetBefore` count no more. */
export async function addFailure(records: Records, email: string, at: Date, forgetBefore: Date): Promise<void> {
  await records
    .insertInto('signInFailures')
    .values({ email, failures: 1, failedAt: at })
    .onConflict((conflict) =>
      conflict.column('email').doUpdateSet({
        failures: sql<number>`case when sign_in_failures.failed_at < ${forgetBefore} then 1
          else sign_in_failures.failures + 1 end`,
        failedAt: at,
      }),
    )
    .execute();
}

export async function forgetFailures(records: Records, email: string): Promise<void> {
  await records.deleteFrom('signInFailures').where('email', '=', email).execute();
}
