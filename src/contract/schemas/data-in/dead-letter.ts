import { z } from 'zod';
import { instant, pageQuery } from '../common.ts';

const defect = z.object({ code: z.string(), path: z.string(), message: z.string() });

export const deadLetter = z
  .object({
    id: z.int(),
    rejectedAt: instant,
    import: z.string().nullable().describe('The import that it came with; null: it was posted'),
    line: z.int().nullable(),
    path: z.string().nullable(),
    code: z.string(),
    reason: z.string(),
    hook: z
      .string()
      .nullable()
      .describe('The webhook that this was posted to as a whole body; null: an event, or a line'),
    raw: z.string().describe('As it was sent, at most 10,000 characters of it'),
  })
  .meta({ id: 'DeadLetter' });

export const deadLettersQuery = z.object({
  ...pageQuery,
  code: z.string().max(100).optional(),
  import: z.string().max(100).optional(),
});

export const deadLetterList = z.object({
  items: z.array(deadLetter),
  next: z.string().nullable(),
  codes: z.array(z.object({ code: z.string(), count: z.int() })).describe('How many there are of each, in all'),
});

/**
 * An event, or the body that was posted to a webhook, as somebody mended it; what is wrong with it is answered, not refused.
 */
export const mendedEvent = z.object({ event: z.unknown() });

export const replayAnswer = z.object({
  outcome: z.enum(['accepted', 'duplicate', 'rejected']),
  defects: z.array(defect),
});

const chosen = {
  ids: z.array(z.int().positive()).min(1).max(500).optional(),
  code: z.string().max(100).optional(),
};

export const replayRequest = z.object({
  ...chosen,
  before: z.int().positive().optional().describe('Only those with a smaller id: the `next` of the answer before'),
});

export const replayCounts = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.int().describe('Still wrong: they stay in the list'),
  next: z.int().nullable().describe('Where to go on from, where there are more'),
});

export const discardRequest = z.object({
  ...chosen,
  upTo: z.int().positive().describe('The newest that was seen: what came since stays'),
  reason: z.string().trim().min(1).max(500),
});

export const discardAnswer = z.object({ discarded: z.int() });
