import { eraseFromFilter } from '#domain/privacy/erase-policy.ts';
import type { Erasure } from '#domain/privacy/erasure.ts';
import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Filter } from '#domain/report/filter.ts';
import { removeAlertItemsOf } from '#records/alerts/alert-items.ts';
import { listAlerts, removeAlert, updateAlert } from '#records/alerts/alerts.ts';
import { listValuesOf, removeFiringsOf } from '#records/alerts/firings.ts';
import type { Records } from '#records/client.ts';

/**
 * Alerts that ask for a customer ask for the pseudonym, without what was kept under the old question; a title that names
 * them is emptied. One that still tells of them is removed with its log. What was told of a customer by themselves is removed.
 */
export async function eraseFromAlerts(
  records: Records,
  workspace: string,
  people: readonly Sought[],
  erasures: ReadonlyMap<string, Erasure>,
): Promise<void> {
  const mentions = compileMentions(people);
  const told = (filter: Filter | null) => (filter === null ? new Set<string>() : mentions(JSON.stringify(filter)));
  for (const { id, title, rule } of await listAlerts(records, workspace)) {
    const found = [...told(rule.filter)].flatMap((customer) => erasures.get(customer) ?? []);
    const filter = found.reduce(
      (asked: Filter | null, { customer, pseudonym }) => asked && eraseFromFilter(asked, customer, pseudonym),
      rule.filter,
    );
    if (told(filter).size > 0) {
      await removeAlert(records, workspace, id);
      continue;
    }
    const values = await listValuesOf(records, workspace, id);
    const gone =
      found.length > 0 ? values : values.filter((value) => rule.by === 'customer' && mentions(value).size > 0);
    await removeFiringsOf(records, workspace, id, gone);
    await removeAlertItemsOf(records, workspace, id, gone);
    const named = mentions(title).size > 0;
    if (found.length === 0 && !named) continue;
    await updateAlert(records, workspace, id, {
      rule: JSON.stringify({ ...rule, filter }),
      ...(named ? { title: '…' } : {}),
    });
  }
}
