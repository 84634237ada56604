import { z } from 'zod';
import { instant } from '../common.ts';
import { fair, kpi } from './scorecard.ts';

const localDate = z.iso.date();
const team = z.string().max(200);
const text = z.string().trim().min(1).max(4_000);
const noteVisibility = z.enum(['shared', 'managers']).describe('`shared`: the agent reads it too');
const person = z.object({ id: z.string(), name: z.string() }).nullable();

export const coachingNote = z
  .object({
    id: z.string(),
    agent: z.object({ id: z.string(), name: z.string().nullable() }),
    author: person,
    text: z.string(),
    visibility: noteVisibility,
    followUpOn: localDate.nullable(),
    doneAt: instant.nullable(),
    mayChange: z.boolean().describe('Whether whoever asks may rewrite and remove it'),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'CoachingNote' });

export const newNote = z.object({
  text,
  visibility: noteVisibility.default('managers'),
  followUpOn: z.string().nullable().default(null),
});
export const noteChange = z.object({
  text: text.optional(),
  visibility: noteVisibility.optional(),
  followUpOn: z.string().nullable().optional(),
  done: z.boolean().optional(),
});

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('`YYYY-MM`');

export const recognition = z
  .object({
    id: z.string(),
    agent: z.string(),
    month,
    kpi,
    text: z.string(),
    basis: z
      .object({
        from: z.string(),
        to: z.string(),
        team: z.string().nullable(),
        value: z.number(),
        n: z.int(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        fair: fair.nullable(),
      })
      .describe('The figures it rests on, as they were when it was awarded'),
    awardedBy: person,
    createdAt: instant,
  })
  .meta({ id: 'Recognition' });

export const newRecognition = z.object({ month, kpi, text, team: team.min(1).nullable().default(null) });
export const suggestionsQuery = z.object({ month, team: team.optional() });
export const suggestion = z.object({
  agent: z.object({ id: z.string(), name: z.string().nullable() }),
  kpi,
  fair,
});
