import { z } from 'zod';
import { defineRoute } from '../../route.ts';
import {
  deadLetterList,
  deadLettersQuery,
  discardAnswer,
  discardRequest,
  mendedEvent,
  replayAnswer,
  replayCounts,
  replayRequest,
} from '../../schemas/data-in/dead-letter.ts';

const tag = 'data in';
const may = 'mend-events';

/** Events that were rejected: mended, taken after all, or discarded. */
export const deadLetterRoutes = {
  'list-dead-letters': defineRoute('list-dead-letters', {
    tag,
    may,
    summary: 'Rejected events, the newest first, each with what is wrong with it',
    query: deadLettersQuery,
    answer: { status: 200, json: deadLetterList },
  }),
  'replay-dead-letter': defineRoute('replay-dead-letter', {
    tag,
    may,
    summary: 'Take a rejected event as it was mended; it leaves the list once it counts',
    params: z.object({ id: z.coerce.number().int().positive() }),
    body: { json: mendedEvent },
    answer: { status: 200, json: replayAnswer },
  }),
  'replay-dead-letters': defineRoute('replay-dead-letters', {
    tag,
    may,
    summary: 'Take rejected events again as they were sent, up to 500 at a time, after what they lacked is there',
    body: { json: replayRequest },
    answer: { status: 200, json: replayCounts },
  }),
  'discard-dead-letters': defineRoute('discard-dead-letters', {
    tag,
    may,
    summary: 'Give rejected events up, with a reason for the audit log',
    body: { json: discardRequest },
    answer: { status: 200, json: discardAnswer },
  }),
};
