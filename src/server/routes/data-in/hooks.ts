import { changeHook, createHook, dropHook, getHook, listHookViews, rotateHook } from '#app/hooks/hooks.ts';
import { findLastBody } from '#app/hooks/last-bodies.ts';
import { previewHook } from '#app/hooks/preview-hook.ts';
import { receiveHook } from '#app/hooks/receive-hook.ts';
import { VigieError } from '#domain/error.ts';
import type { Handlers } from '../../handler.ts';
import type { Metrics } from '../../plugins/metrics.ts';
import { readAll } from '../../read-body.ts';

type Hooks =
  | 'list-hooks'
  | 'create-hook'
  | 'update-hook'
  | 'rotate-hook'
  | 'remove-hook'
  | 'preview-hook'
  | 'get-last-body'
  | 'receive-hook';

/** What is no number is no version that there ever was. Throws `hook.version-missing`. */
function mustMatch(ifMatch: string | null, id: string): number {
  if (ifMatch === null) throw new VigieError('hook.version-missing', { id: id.slice(0, 100) });
  return /^\d{1,9}$/.test(ifMatch) ? Number(ifMatch) : 0;
}

export function hookHandlers(metrics: Metrics): Pick<Handlers, Hooks> {
  return {
    async 'list-hooks'({ app }) {
      return { items: await listHookViews(app) };
    },
    'create-hook': ({ app, body, actor, address }) => createHook(app, body, { actor, address }),
    'update-hook': ({ app, params, body, ifMatch, actor, address }) =>
      changeHook(app, { id: params.id, version: mustMatch(ifMatch, params.id) }, body, { actor, address }),
    'rotate-hook': ({ app, params, actor, address }) => rotateHook(app, params.id, { actor, address }),
    'remove-hook': ({ app, params, actor, address }) => dropHook(app, params.id, { actor, address }),
    async 'preview-hook'({ body, language }) {
      return previewHook(body, language);
    },
    async 'get-last-body'({ app, params }) {
      const { id } = await getHook(app, params.id);
      const last = findLastBody(id);
      return { receivedAt: last && new Date(last.at).toISOString(), body: last?.text ?? null };
    },
    async 'receive-hook'({ installation, params, body, header }) {
      const receipt = await receiveHook(installation, params.id, { body: await readAll(body.bytes), find: header });
      metrics.countEvents('accepted', receipt.accepted);
      metrics.countEvents('duplicate', receipt.duplicates);
      metrics.countEvents('rejected', receipt.rejected);
      return receipt;
    },
  };
}
