import { comparePolicy, listPresets } from '#app/rules/compare-policy.ts';
import { dropPolicy, restorePolicy, retirePolicy, savePolicy, setPolicyOrder } from '#app/rules/edit-policies.ts';
import { getPolicyDetail, listPolicyViews } from '#app/rules/policy-views.ts';
import { listChangedTickets, viewDryRun } from '#app/what-if/dry-run-view.ts';
import { cancelDryRun, getDryRun, startDryRun } from '#app/what-if/dry-runs.ts';
import { VigieError } from '#domain/error.ts';
import type { Handlers } from '../../handler.ts';

type Policies =
  | 'list-policies'
  | 'order-policies'
  | 'get-policy'
  | 'save-policy'
  | 'remove-policy'
  | 'retire-policy'
  | 'restore-policy'
  | 'compare-policy'
  | 'list-policy-presets'
  | 'start-dry-run'
  | 'get-dry-run'
  | 'cancel-dry-run'
  | 'list-dry-run-tickets';

/** What is no number is no version that there ever was. */
const versionOf = (ifMatch: string) => (/^\d{1,9}$/.test(ifMatch) ? Number(ifMatch) : 0);

/** Throws `policy.version-missing`. */
function mustMatch(ifMatch: string | null, id: string): number {
  if (ifMatch === null) throw new VigieError('policy.version-missing', { id: id.slice(0, 100) });
  return versionOf(ifMatch);
}

export const policyHandlers: Pick<Handlers, Policies> = {
  'list-policies': ({ app }) => listPolicyViews(app),
  async 'order-policies'({ app, actor, address, body, ifMatch }) {
    await setPolicyOrder(app, body.ids, mustMatch(ifMatch, 'order'), { actor, address });
    return listPolicyViews(app);
  },
  'get-policy': ({ app, params }) => getPolicyDetail(app, params.id),
  'save-policy': ({ app, params, body, ifMatch, actor, address }) => {
    const version = ifMatch === null ? null : versionOf(ifMatch);
    return savePolicy(app, { id: params.id, version }, body, { actor, address });
  },
  'remove-policy': ({ app, params, ifMatch, actor, address }) =>
    dropPolicy(app, { id: params.id, version: mustMatch(ifMatch, params.id) }, { actor, address }),
  'retire-policy': ({ app, params, body, ifMatch, actor, address }) =>
    retirePolicy(app, { id: params.id, version: mustMatch(ifMatch, params.id) }, body, { actor, address }),
  'restore-policy': ({ app, params, body, ifMatch, actor, address }) =>
    restorePolicy(app, { id: params.id, version: mustMatch(ifMatch, params.id) }, body, { actor, address }),
  async 'compare-policy'({ app, params, query }) {
    return { items: await comparePolicy(app, params.id, query) };
  },
  async 'list-policy-presets'({ app, language }) {
    return { items: await listPresets(app, language) };
  },
  async 'start-dry-run'({ app, body, language, log }) {
    const run = await startDryRun(app, body, (err) => log.warn({ err }, 'dry run failed'));
    return viewDryRun(app, run, language);
  },
  async 'get-dry-run'({ app, params, language }) {
    return viewDryRun(app, await getDryRun(app, params.id), language);
  },
  'cancel-dry-run': ({ app, params }) => cancelDryRun(app, params.id),
  'list-dry-run-tickets': ({ app, params, query }) => listChangedTickets(app, params.id, query),
};
