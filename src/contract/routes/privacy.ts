import { z } from 'zod';
import { personKinds } from '#domain/privacy/person.ts';
import { defineRoute } from '../route.ts';
import { page, pageQuery } from '../schemas/common.ts';
import { erasure, erasureRequest, personId, retention, retentionPreview } from '../schemas/privacy.ts';

/** What is held of people, and how it goes. */
export const privacyRoutes = {
  'erase-customer': defineRoute('erase-customer', {
    tag: 'privacy',
    summary: 'Erase a customer; it is under way when this answers, and asked again meanwhile it is the same one',
    may: 'manage-privacy',
    body: { json: erasureRequest },
    answer: { status: 202, json: erasure },
  }),
  'list-erasures': defineRoute('list-erasures', {
    tag: 'privacy',
    summary: 'Erasures, newest first; none says whom it was of',
    may: 'manage-privacy',
    query: z.object(pageQuery),
    answer: { status: 200, json: page(erasure) },
  }),
  'export-person': defineRoute('export-person', {
    tag: 'privacy',
    summary: 'Everything held of a customer or an agent, as one JSON document, streamed',
    may: 'manage-privacy',
    params: z.object({ kind: z.enum(personKinds), id: personId }),
    answer: { status: 200, raw: ['application/json'] },
  }),
  'get-retention': defineRoute('get-retention', {
    tag: 'privacy',
    summary: 'How long the workspace keeps what it holds',
    may: 'manage-privacy',
    answer: { status: 200, json: retention },
  }),
  'set-retention': defineRoute('set-retention', {
    tag: 'privacy',
    summary: 'Set how long the workspace keeps what it holds; nothing is removed yet',
    may: 'manage-privacy',
    body: { json: retention },
    answer: { status: 200, json: retention },
  }),
  'preview-retention': defineRoute('preview-retention', {
    tag: 'privacy',
    summary: 'What the periods would remove now',
    may: 'manage-privacy',
    answer: { status: 200, json: retentionPreview },
  }),
};
