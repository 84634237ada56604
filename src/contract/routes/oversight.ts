import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { auditEntry, auditFilter, auditQuery } from '../schemas/audit.ts';
import { page } from '../schemas/common.ts';
import { link, madeLink, newLink, sharedView } from '../schemas/link.ts';

/** What was done, what is shared, and what happens now. */
export const oversightRoutes = {
  'list-audit': defineRoute('list-audit', {
    tag: 'oversight',
    summary: 'The audit log, newest first',
    may: 'read-audit',
    query: auditQuery,
    answer: { status: 200, json: page(auditEntry) },
  }),
  'export-audit': defineRoute('export-audit', {
    tag: 'oversight',
    summary: 'The audit log as a file, oldest first',
    may: 'read-audit',
    query: z.object({ ...auditFilter, format: z.enum(['csv', 'ndjson']).default('csv') }),
    answer: { status: 200, raw: ['text/csv', 'application/x-ndjson'] },
  }),
  'list-links': defineRoute('list-links', {
    tag: 'oversight',
    summary: 'Links under which reports, dashboards and the wallboard are shared',
    may: 'share-reports',
    answer: { status: 200, json: z.object({ items: z.array(link) }) },
  }),
  'create-link': defineRoute('create-link', {
    tag: 'oversight',
    summary: 'Share a report, a dashboard or the wallboard by a link',
    may: 'share-reports',
    body: { json: newLink },
    answer: { status: 201, json: madeLink },
  }),
  'revoke-link': defineRoute('revoke-link', {
    tag: 'oversight',
    summary: 'End a link, at once',
    may: 'share-reports',
    params: z.object({ id: z.string().min(1).max(200) }),
    answer: { status: 204, empty: true },
  }),
  'open-link': defineRoute('open-link', {
    tag: 'oversight',
    summary: 'The report, dashboard or wallboard behind a link, with its figures',
    may: 'anyone',
    params: z.object({ token: z.string().min(20).max(200) }),
    body: { json: z.object({ password: z.string().max(128).optional() }) },
    answer: { status: 200, json: sharedView },
  }),
  live: defineRoute('live', {
    tag: 'oversight',
    summary: 'Server-sent events: `facts` when figures change, `import` while one runs',
    may: 'read-reports',
    answer: { status: 200, raw: ['text/event-stream'] },
  }),
};
