import { z } from 'zod';
import { longestComment } from '#domain/discussion/comment-text.ts';
import { subjectKinds } from '#domain/discussion/subject.ts';
import { instant } from '../common.ts';
import { address } from '../saved-report.ts';

export const subjectKind = z.enum(subjectKinds);
export const subjectId = z.string().min(1).max(200);

const person = z.object({ id: z.string(), name: z.string() });

export const commentText = z
  .string()
  .trim()
  .min(1)
  .max(longestComment)
  .describe('Plain text; a member is mentioned as `<@id>`');

export const comment = z
  .object({
    id: z.string(),
    subject: z.object({ kind: subjectKind, id: z.string() }),
    query: address.describe('How the report or dashboard was set when it was written'),
    parent: z.string().nullable().describe('The comment that it replies to'),
    author: person.nullable().describe('Null: their account is gone'),
    body: z.string().describe('Plain text; a member is mentioned as `<@id>`'),
    mentions: z.array(person),
    version: z.int(),
    createdAt: instant,
    editedAt: instant.nullable(),
    removed: z.boolean().describe('It had replies, so that it stays without its text'),
    settled: z.object({ at: instant, by: person.nullable() }).nullable(),
    mayEdit: z.boolean(),
    mayRemove: z.boolean(),
  })
  .meta({ id: 'Comment' });

export const thread = comment.extend({ replies: z.array(comment) }).meta({ id: 'Thread' });

export const newComment = z.object({
  subject: z.object({ kind: subjectKind, id: subjectId }).describe('Of a reply, that of its thread holds'),
  query: address.default({}),
  parent: z.string().min(1).max(200).nullable().default(null).describe('The comment that it replies to'),
  body: commentText,
});

export const people = z.object({ items: z.array(person) });
