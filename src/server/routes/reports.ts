import { teamViewFor, viewFor } from '#app/access/view-for.ts';
import { changeDefaultVariant } from '#app/definitions/change-default-variant.ts';
import { listKpis } from '#app/definitions/list-kpis.ts';
import { answerQuery } from '#app/reports/answer-query.ts';
import { listDimensionValues } from '#app/reports/list-dimension-values.ts';
import { listDimensions } from '#app/reports/list-dimensions.ts';
import { questionOfReport, runReport } from '#app/reports/run-report.ts';
import { reports } from '#domain/report/catalogue/index.ts';
import type { Handlers } from '../handler.ts';

type Reports =
  | 'list-kpis'
  | 'set-default-variant'
  | 'list-dimensions'
  | 'list-values'
  | 'list-reports'
  | 'get-report-data'
  | 'query';

export const reportHandlers: Pick<Handlers, Reports> = {
  'list-kpis': async ({ app }) => ({ items: await listKpis(app) }),
  'set-default-variant': ({ app, params, body, actor, address }) =>
    changeDefaultVariant(app, params.id, body.variant, { actor, address }),
  async 'list-dimensions'({ app, actor }) {
    return { items: await listDimensions(await viewFor(app, actor)) };
  },
  async 'list-values'({ app, actor, params, query }) {
    return listDimensionValues(await viewFor(app, actor), params.id, query);
  },
  'list-reports': async () => ({ items: reports }),
  async 'get-report-data'({ app, actor, params, query: { whose, ...overrides } }) {
    const team = whose === 'team';
    const view = team
      ? await teamViewFor(app, actor, questionOfReport(params.id, overrides))
      : await viewFor(app, actor);
    return runReport(view, params.id, overrides);
  },
  async query({ app, actor, query: { exploring }, body: { whose, ...question } }) {
    const view = whose === 'team' ? await teamViewFor(app, actor, question) : await viewFor(app, actor);
    // What one person may see is read for them alone: keeping it would spare nobody anything.
    return answerQuery(view, question, view === app ? exploring : undefined);
  },
};
