import { answerQuery } from '#app/reports/answer-query.ts';
import { listDimensionValues } from '#app/reports/list-dimension-values.ts';
import { listDimensions } from '#app/reports/list-dimensions.ts';
import { listKpis } from '#app/reports/list-kpis.ts';
import { runReport } from '#app/reports/run-report.ts';
import { reports } from '#domain/report/catalogue/index.ts';
import type { Handlers } from '../handler.ts';

type Reports = 'list-kpis' | 'list-dimensions' | 'list-values' | 'list-reports' | 'get-report-data' | 'query';

export const reportHandlers: Pick<Handlers, Reports> = {
  'list-kpis': async () => ({ items: listKpis() }),
  async 'list-dimensions'({ app }) {
    return { items: await listDimensions(app) };
  },
  'list-values': ({ app, params, query }) => listDimensionValues(app, params.id, query),
  'list-reports': async () => ({ items: reports }),
  'get-report-data': ({ app, params, query }) => runReport(app, params.id, query),
  query: ({ app, body }) => answerQuery(app, body),
};
