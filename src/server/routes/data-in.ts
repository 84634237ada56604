import { recordAudit } from '#app/audit/record-audit.ts';
import { keepBrokenLines } from '#app/imports/keep-broken-lines.ts';
import { getImportView, listImportViews, listRejectedLines } from '#app/imports/list-imports.ts';
import { previewImport } from '#app/imports/preview-import.ts';
import { startImport } from '#app/imports/start-import.ts';
import { startSample } from '#app/imports/start-sample.ts';
import { ingestEvents } from '#app/ingest-events.ts';
import type { Handlers } from '../handler.ts';
import type { Metrics } from '../plugins/metrics.ts';
import { readAll } from '../read-body.ts';
import { answerEvents, parseEvents } from '../read-events.ts';

type DataIn =
  | 'post-events'
  | 'start-import'
  | 'list-imports'
  | 'preview-import'
  | 'get-import'
  | 'list-rejected'
  | 'start-sample';

export function dataInHandlers(metrics: Metrics): Pick<Handlers, DataIn> {
  return {
    'post-events': ({ app, body, language }) =>
      app.intake.admit(async () => {
        const sent = await parseEvents(body);
        const good = sent.flatMap((one) => ('error' in one ? [] : [one.event]));
        const answers = await ingestEvents(app, good);
        const broken = sent.filter((one) => 'error' in one);
        await keepBrokenLines(app, broken);
        const answer = answerEvents(sent, answers, language);
        metrics.countEvents('accepted', answer.accepted);
        metrics.countEvents('duplicate', answer.duplicates);
        metrics.countEvents('rejected', answer.rejected);
        return answer;
      }),
    async 'start-import'({ app, query, body, log, actor, address }) {
      const view = await startImport(app, { ...query, bytes: body.bytes }, (err) => log.warn({ err }, 'import failed'));
      const details = { name: query.name, source: query.source };
      const deed = { action: 'import.started', subject: view.id, details };
      await recordAudit(app.records, app.workspace, { actor, address }, deed);
      return view;
    },
    async 'list-imports'({ app, language }) {
      return { items: await listImportViews(app, language) };
    },
    async 'preview-import'({ app, query, body }) {
      return previewImport(app, query.name, await readAll(body.bytes));
    },
    'get-import': ({ app, params, language }) => getImportView(app, params.id, language),
    'list-rejected': ({ app, params, query }) => listRejectedLines(app, params.id, query),
    async 'start-sample'({ app, params, query, log, actor, address }) {
      return startSample(app, params.id, query, { actor, address }, (err) => log.warn({ err }, 'sample failed'));
    },
  };
}
