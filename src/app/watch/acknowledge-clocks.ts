import type { CycleName } from '#domain/sla/cycle-key.ts';
import { addAcknowledgements, removeAcknowledgement } from '#records/watch/acknowledgements.ts';
import type { App } from '../app.ts';
import { type By, recordAudit } from '../audit/record-audit.ts';
import { seeClocks } from './see-clocks.ts';

/**
 * Says that somebody looks after open clocks, or takes it back. `view` is the workspace as they see it. Throws
 * `clock.unknown`, and then nothing is kept.
 */
export async function acknowledgeClocks(
  app: App,
  view: App,
  { clocks, acknowledged }: { readonly clocks: readonly CycleName[]; readonly acknowledged: boolean },
  by: By,
): Promise<{ readonly changed: number }> {
  const { records, workspace } = app;
  const { actor } = by;
  const seen = await seeClocks(records, view, clocks);
  const names = seen.map(({ ticket, policy, target, cycle }) => ({ workspace, ticket, policy, target, cycle }));
  const who = {
    member: actor.kind === 'member' ? actor.id : null,
    name: 'name' in actor ? actor.name : null,
    at: new Date(app.now()),
  };
  await records.transaction().execute(async (trx) => {
    if (acknowledged)
      await addAcknowledgements(
        trx,
        names.map((name) => ({ ...name, ...who })),
      );
    else for (const name of names) await removeAcknowledgement(trx, name);
    const action = acknowledged ? 'clock.acknowledged' : 'clock.released';
    const details = { tickets: [...new Set(names.map(({ ticket }) => ticket))].slice(0, 50), count: names.length };
    await recordAudit(trx, workspace, by, { action, details });
  });
  app.bell.ring();
  return { changed: names.length };
}
