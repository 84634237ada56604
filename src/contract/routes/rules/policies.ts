import { z } from 'zod';
import { defineRoute } from '../../route.ts';
import { page, pageQuery } from '../../schemas/common.ts';
import {
  dryRun,
  dryRunRequest,
  dryRunTicket,
  dryRunVerdicts,
  policyChange,
  policyDetail,
  policyList,
  policyOrder,
  policyPreset,
  restoration,
  retirement,
  savedPolicy,
} from '../../schemas/rules/policies.ts';

const params = z.object({ id: z.string().min(1).max(200) });
const version = z.coerce.number().int().min(1);

/** Policies as people edit them, and what a change would have done to past tickets. */
export const policyRoutes = {
  'list-policies': defineRoute('list-policies', {
    tag: 'service levels',
    summary: 'Policies in their order of precedence, every version of each',
    may: 'read-rules',
    answer: { status: 200, json: policyList },
  }),
  'order-policies': defineRoute('order-policies', {
    tag: 'service levels',
    summary: 'Put all policies in an order; of each kind the first that matches a ticket applies',
    may: 'manage-rules',
    body: { json: policyOrder },
    answer: { status: 200, json: policyList },
  }),
  'get-policy': defineRoute('get-policy', {
    tag: 'service levels',
    summary: 'A policy with all its versions; its ETag names the newest',
    may: 'read-rules',
    params,
    answer: { status: 200, json: policyDetail },
  }),
  'save-policy': defineRoute('save-policy', {
    tag: 'service levels',
    summary: 'Write the next version of the policy that If-Match names, or a new policy without it',
    may: 'manage-rules',
    params,
    body: { json: savedPolicy },
    answer: { status: 200, json: policyDetail },
  }),
  'remove-policy': defineRoute('remove-policy', {
    tag: 'service levels',
    summary: 'Remove a policy that has not begun; one that has is retired instead',
    may: 'manage-rules',
    params,
    answer: { status: 204, empty: true },
  }),
  'retire-policy': defineRoute('retire-policy', {
    tag: 'service levels',
    summary: 'End a policy: it takes no more tickets, and those it took keep their clocks',
    may: 'manage-rules',
    params,
    body: { json: retirement },
    answer: { status: 200, json: policyDetail },
  }),
  'restore-policy': defineRoute('restore-policy', {
    tag: 'service levels',
    summary: 'Make an older version of a policy the next one',
    may: 'manage-rules',
    params,
    body: { json: restoration },
    answer: { status: 200, json: policyDetail },
  }),
  'compare-policy': defineRoute('compare-policy', {
    tag: 'service levels',
    summary: 'What changed from one version of a policy to another, part by part',
    may: 'read-rules',
    params,
    query: z.object({ from: version, to: version }),
    answer: { status: 200, json: z.object({ items: z.array(policyChange) }) },
  }),
  'list-policy-presets': defineRoute('list-policy-presets', {
    tag: 'service levels',
    summary: 'What marketplaces ask of their sellers, with the page that says so, to begin a policy with',
    may: 'read-rules',
    answer: { status: 200, json: z.object({ items: z.array(policyPreset) }) },
  }),
  'start-dry-run': defineRoute('start-dry-run', {
    tag: 'service levels',
    summary: 'Run changed policies over past tickets beside those of today; nothing of the workspace changes',
    may: 'manage-rules',
    body: { json: dryRunRequest },
    answer: { status: 202, json: dryRun },
  }),
  'get-dry-run': defineRoute('get-dry-run', {
    tag: 'service levels',
    summary: 'Progress and result of a dry run',
    may: 'manage-rules',
    params,
    answer: { status: 200, json: dryRun },
  }),
  'cancel-dry-run': defineRoute('cancel-dry-run', {
    tag: 'service levels',
    summary: 'End a dry run under way',
    may: 'manage-rules',
    params,
    answer: { status: 204, empty: true },
  }),
  'list-dry-run-tickets': defineRoute('list-dry-run-tickets', {
    tag: 'service levels',
    summary: 'The tickets that stand elsewhere under the changed policies, by key',
    may: 'manage-rules',
    params,
    query: z.object({ ...pageQuery, ...dryRunVerdicts }),
    answer: { status: 200, json: page(dryRunTicket) },
  }),
};
