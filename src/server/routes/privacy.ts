import { requestErasure } from '#app/privacy/erase-customer.ts';
import { exportPerson } from '#app/privacy/export-person.ts';
import { listErasureViews, viewErasure } from '#app/privacy/list-erasures.ts';
import { changeRetention, previewRetention, readRetention } from '#app/privacy/retention.ts';
import type { Handlers } from '../handler.ts';

type Privacy =
  | 'erase-customer'
  | 'list-erasures'
  | 'export-person'
  | 'get-retention'
  | 'set-retention'
  | 'preview-retention';

export const privacyHandlers: Pick<Handlers, Privacy> = {
  async 'erase-customer'({ installation, app, body, actor, address, log }) {
    const { everywhere } = installation.records;
    const { requested, done } = await requestErasure(app, everywhere, body.customer, { actor, address });
    done.catch((error: unknown) => log.error({ err: error, erasure: requested.id }, 'an erasure is not finished yet'));
    return viewErasure(requested);
  },
  'list-erasures': ({ app, query }) => listErasureViews(app, query),
  async 'export-person'({ app, params, actor, address }) {
    const pieces = await exportPerson(app, params, { actor, address });
    return { type: 'application/json', filename: `vigie-${params.kind}-${params.id}.json`, bytes: encode(pieces) };
  },
  'get-retention': ({ app }) => readRetention(app),
  'set-retention': ({ app, body, actor, address }) => changeRetention(app, body, { actor, address }),
  'preview-retention': ({ app }) => previewRetention(app, app.now()),
};

async function* encode(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield Buffer.from(piece);
}
