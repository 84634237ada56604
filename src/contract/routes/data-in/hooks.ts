import { z } from 'zod';
import { defineRoute } from '../../route.ts';
import {
  hook,
  hookPreview,
  hookPreviewRequest,
  hookReceipt,
  hookSettings,
  lastBody,
  newHook,
} from '../../schemas/data-in/hook.ts';

const params = z.object({ id: z.string().min(1).max(100) });
const tag = 'data in';
const may = 'manage-hooks';

/** Webhooks that other systems post to, and how events are read out of what they post. */
export const hookRoutes = {
  'list-hooks': defineRoute('list-hooks', {
    tag,
    may,
    summary: 'Webhooks, by name',
    answer: { status: 200, json: z.object({ items: z.array(hook) }) },
  }),
  'create-hook': defineRoute('create-hook', {
    tag,
    may,
    summary: 'Make a webhook; its secret is told this once',
    body: { json: hookSettings },
    answer: { status: 201, json: newHook },
  }),
  'update-hook': defineRoute('update-hook', {
    tag,
    may,
    summary: 'Change a webhook at the version of If-Match; its address and secret stay',
    params,
    body: { json: hookSettings },
    answer: { status: 200, json: hook },
  }),
  'rotate-hook': defineRoute('rotate-hook', {
    tag,
    may,
    summary: 'Make a new secret, told this once; the one before holds for 24 hours more',
    params,
    answer: { status: 200, json: newHook },
  }),
  'remove-hook': defineRoute('remove-hook', {
    tag,
    may,
    summary: 'Remove a webhook: what is posted to it is refused from then on',
    params,
    answer: { status: 204, empty: true },
  }),
  'preview-hook': defineRoute('preview-hook', {
    tag,
    may,
    summary: 'The events that a mapping reads out of a body, each with its defects; nothing is kept',
    body: { json: hookPreviewRequest },
    answer: { status: 200, json: hookPreview },
  }),
  'get-last-body': defineRoute('get-last-body', {
    tag,
    may,
    summary: 'The body that this process received last, if it was signed well; kept in memory only',
    params,
    answer: { status: 200, json: lastBody },
  }),
  'receive-hook': defineRoute('receive-hook', {
    tag,
    may: 'anyone',
    summary: 'Where a system posts to: a signed JSON body, at most 512 KiB; what cannot be read is kept as rejected',
    params,
    body: { raw: ['application/json'] },
    answer: { status: 200, json: hookReceipt },
  }),
};
