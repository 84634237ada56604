import { teamViewFor, viewFor } from '#app/access/view-for.ts';
import { recordAudit } from '#app/audit/record-audit.ts';
import { type Asking, askingOfQuery, askingOfReport } from '#app/exports/asking-of.ts';
import { exportReport, type ReportFormat } from '#app/exports/export-report.ts';
import { answerQuery } from '#app/reports/answer-query.ts';
import type { Language } from '#domain/error.ts';
import type { Call, Handlers, RawOutput } from '../handler.ts';

interface Options {
  readonly format: ReportFormat;
  readonly lang?: Language | undefined;
  readonly sort?: string | undefined;
  readonly about: boolean;
}

type AnyCall = Pick<Call<'export-report' | 'export-query'>, 'app' | 'actor' | 'address' | 'language'>;

/** Writes what whoever asks may see: as they are shown it on the screen. */
async function write({ app, actor, address, language }: AnyCall, asking: Asking, options: Options): Promise<RawOutput> {
  const { format, lang = language, sort, about } = options;
  const view = await viewFor(app, actor);
  const file = await exportReport(view, {
    ...{ asking, format, language: lang, sort, about },
    answer: async ({ whose, ...question }) =>
      answerQuery(whose === 'team' ? await teamViewFor(app, actor, question) : view, question),
  });
  const deed = { action: 'report.exported', subject: asking.report.id, details: { format } };
  await recordAudit(app.records, app.workspace, { actor, address }, deed);
  return { type: file.type, filename: file.name, bytes: file.bytes };
}

export const exportHandlers: Pick<Handlers, 'export-report' | 'export-query'> = {
  async 'export-report'(call) {
    const { format, lang, sort, about, ...overrides } = call.query;
    return write(call, await askingOfReport(call.app, call.params.id, overrides), { format, lang, sort, about });
  },
  async 'export-query'(call) {
    const { title, picture, ...options } = call.query;
    return write(call, askingOfQuery(call.body, { title: { en: title, fr: title }, picture }), options);
  },
};
