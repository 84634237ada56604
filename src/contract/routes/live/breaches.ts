import { defineRoute } from '../../route.ts';
import {
  breachesQuery,
  breachPage,
  excuseBody,
  explainBody,
  reassignBody,
  reviewed,
} from '../../schemas/watch/breach.ts';

const answer = { status: 200, json: reviewed } as const;

/** Broken promises, and what people say of them. */
export const breachRoutes = {
  'list-breaches': defineRoute('list-breaches', {
    tag: 'service levels',
    summary: 'Breaches of a period, the newest first, with what was said of them; compliance raw and adjusted',
    may: 'read-tickets',
    query: breachesQuery,
    answer: { status: 200, json: breachPage },
  }),
  'explain-breaches': defineRoute('explain-breaches', {
    tag: 'service levels',
    summary: 'Say why breaches happened, and ask for an excuse',
    may: 'explain-breaches',
    body: { json: explainBody },
    answer,
  }),
  'excuse-breaches': defineRoute('excuse-breaches', {
    tag: 'service levels',
    summary:
      'Excuse breaches with a reason, or take that back: they leave the adjusted figures and stay in the raw ones',
    may: 'review-breaches',
    body: { json: excuseBody },
    answer,
  }),
  'reassign-breaches': defineRoute('reassign-breaches', {
    tag: 'service levels',
    summary: 'Say which agent or team answers for breaches',
    may: 'review-breaches',
    body: { json: reassignBody },
    answer,
  }),
};
