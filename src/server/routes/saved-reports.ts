import { dropFavourite, keepFavourite } from '#app/saved/favourites.ts';
import {
  changeSavedReport,
  dropSavedReport,
  duplicateSavedReport,
  getSavedReportView,
  listSavedReportViews,
  saveReport,
} from '#app/saved/saved-reports.ts';
import type { Handlers } from '../handler.ts';

type SavedReports =
  | 'list-saved-reports'
  | 'save-report'
  | 'get-saved-report'
  | 'update-saved-report'
  | 'remove-saved-report'
  | 'duplicate-saved-report'
  | 'add-favourite'
  | 'remove-favourite';

export const savedReportHandlers: Pick<Handlers, SavedReports> = {
  async 'list-saved-reports'({ accounts, app, actor }) {
    return { items: await listSavedReportViews(accounts, app, actor) };
  },
  'save-report': ({ accounts, app, actor, address, body }) => saveReport(accounts, app, body, { actor, address }),
  'get-saved-report': ({ accounts, app, actor, params }) => getSavedReportView(accounts, app, actor, params.id),
  'update-saved-report': ({ accounts, app, actor, address, params, body }) =>
    changeSavedReport(accounts, app, params.id, body, { actor, address }),
  'remove-saved-report': ({ app, actor, address, params }) => dropSavedReport(app, params.id, { actor, address }),
  'duplicate-saved-report': ({ accounts, app, actor, address, language, params, body }) =>
    duplicateSavedReport(accounts, app, params.id, { actor, address, language, title: body.title }),
  'add-favourite': ({ app, actor, params }) => keepFavourite(app, actor, params.kind, params.id),
  'remove-favourite': ({ app, actor, params }) => dropFavourite(app, actor, params.kind, params.id),
};
