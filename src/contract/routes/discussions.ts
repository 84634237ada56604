import { z } from 'zod';
import { defineRoute } from '../route.ts';
import { jsonText, page, pageQuery } from '../schemas/common.ts';
import { address } from '../schemas/saved-report.ts';
import {
  comment,
  commentText,
  newComment,
  people,
  subjectId,
  subjectKind,
  thread,
} from '../schemas/talk/discussion.ts';

const params = z.object({ id: z.string().min(1).max(200) });
const of = { kind: subjectKind, subject: subjectId };

/** What people say of reports, dashboards and agents. */
export const discussionRoutes = {
  'list-discussion': defineRoute('list-discussion', {
    tag: 'discussions',
    summary: 'What is said of something, the newest thread first',
    may: 'read-reports',
    query: z.object({ ...of, ...pageQuery, limit: z.coerce.number().int().min(1).max(100).default(20) }),
    answer: {
      status: 200,
      json: page(thread).extend({ mayWrite: z.boolean().describe('Whether whoever asks may comment') }),
    },
  }),
  'list-discussion-people': defineRoute('list-discussion-people', {
    tag: 'discussions',
    summary: 'Members who see it, and so can be mentioned',
    may: 'discuss',
    query: z.object({ ...of, query: jsonText(address).optional() }),
    answer: { status: 200, json: people },
  }),
  'write-comment': defineRoute('write-comment', {
    tag: 'discussions',
    summary: 'Comment, or reply to a comment',
    may: 'discuss',
    body: { json: newComment },
    answer: { status: 201, json: comment },
  }),
  'edit-comment': defineRoute('edit-comment', {
    tag: 'discussions',
    summary: 'Change one’s own comment; with `If-Match`, only if nobody changed it meanwhile',
    may: 'discuss',
    params,
    body: { json: z.object({ body: commentText }) },
    answer: { status: 200, json: comment },
  }),
  'remove-comment': defineRoute('remove-comment', {
    tag: 'discussions',
    summary: 'Remove one’s own comment, or as an admin that of anybody',
    may: 'discuss',
    params,
    answer: { status: 204, empty: true },
  }),
  'settle-comment': defineRoute('settle-comment', {
    tag: 'discussions',
    summary: 'Say that a thread is settled, or open it again',
    may: 'discuss',
    params,
    body: { json: z.object({ settled: z.boolean() }) },
    answer: { status: 200, json: comment },
  }),
};
