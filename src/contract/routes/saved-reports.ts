import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { copyTitle, newSavedReport, savedReport, savedReportChange } from '../schemas/saved-report.ts';

const params = z.object({ id: z.string().min(1).max(200) });
const favouriteParams = z.object({ kind: z.enum(['report', 'dashboard']), id: z.string().min(1).max(200) });

/** Reports that people keep under a name of their own, and what each keeps at hand. */
export const savedReportRoutes = {
  'list-saved-reports': defineRoute('list-saved-reports', {
    tag: 'saved reports',
    summary: 'Saved reports: one’s own, and those shown to the workspace',
    may: 'read-reports',
    answer: { status: 200, json: z.object({ items: z.array(savedReport) }) },
  }),
  'save-report': defineRoute('save-report', {
    tag: 'saved reports',
    summary: 'Save a report under a name',
    may: 'save-reports',
    body: { json: newSavedReport },
    answer: { status: 201, json: savedReport },
  }),
  'get-saved-report': defineRoute('get-saved-report', {
    tag: 'saved reports',
    summary: 'A saved report',
    may: 'read-reports',
    params,
    answer: { status: 200, json: savedReport },
  }),
  'update-saved-report': defineRoute('update-saved-report', {
    tag: 'saved reports',
    summary: 'Rename a saved report, or change what it asks and who sees it',
    may: 'save-reports',
    params,
    body: { json: savedReportChange },
    answer: { status: 200, json: savedReport },
  }),
  'remove-saved-report': defineRoute('remove-saved-report', {
    tag: 'saved reports',
    summary: 'Remove a saved report',
    may: 'save-reports',
    params,
    answer: { status: 204, empty: true },
  }),
  'duplicate-saved-report': defineRoute('duplicate-saved-report', {
    tag: 'saved reports',
    summary: 'A copy of a saved report, of one’s own',
    may: 'save-reports',
    params,
    body: { json: copyTitle },
    answer: { status: 201, json: savedReport },
  }),
  'add-favourite': defineRoute('add-favourite', {
    tag: 'saved reports',
    summary: 'Keep a saved report or a dashboard at hand',
    may: 'read-reports',
    params: favouriteParams,
    answer: { status: 204, empty: true },
  }),
  'remove-favourite': defineRoute('remove-favourite', {
    tag: 'saved reports',
    summary: 'Keep it at hand no longer',
    may: 'read-reports',
    params: favouriteParams,
    answer: { status: 204, empty: true },
  }),
};
