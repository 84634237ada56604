import { z } from 'zod';
import { defineRoute } from '../route.ts';
import {
  coachingNote,
  newNote,
  newRecognition,
  noteChange,
  recognition,
  suggestion,
  suggestionsQuery,
} from '../schemas/agents/coaching.ts';
import {
  agentList,
  agentsQuery,
  agentTickets,
  agentTicketsQuery,
  scorecard,
  scorecardQuery,
} from '../schemas/agents/scorecard.ts';

const id = z.string().min(1).max(500);
const params = z.object({ id });
const noteParams = z.object({ id, note: z.string().min(1).max(200) });
const recognitionParams = z.object({ id, recognition: z.string().min(1).max(200) });

/** Agents: their figures, their tickets, and what those who coach them write down. */
export const agentRoutes = {
  'list-agents': defineRoute('list-agents', {
    tag: 'agents',
    summary: 'Agents with a few figures, and where they stand on the same mix of tickets',
    may: 'read-reports',
    query: agentsQuery,
    answer: { status: 200, json: agentList },
  }),
  'get-scorecard': defineRoute('get-scorecard', {
    tag: 'agents',
    summary: 'The figures of an agent against their past, their team and the field, with intervals',
    may: 'read-reports',
    params,
    query: scorecardQuery,
    answer: { status: 200, json: scorecard },
  }),
  'list-agent-tickets': defineRoute('list-agent-tickets', {
    tag: 'agents',
    summary: 'An agent’s best tickets, and the breaches to review',
    may: 'read-tickets',
    params,
    query: agentTicketsQuery,
    answer: { status: 200, json: agentTickets },
  }),
  'list-notes': defineRoute('list-notes', {
    tag: 'agents',
    summary: 'Coaching notes on an agent, as far as whoever asks reads them',
    may: 'read-coaching',
    params,
    answer: { status: 200, json: z.object({ items: z.array(coachingNote) }) },
  }),
  'write-note': defineRoute('write-note', {
    tag: 'agents',
    summary: 'Write a coaching note, with a date on which to come back to it',
    may: 'coach-agents',
    params,
    body: { json: newNote },
    answer: { status: 201, json: coachingNote },
  }),
  'update-note': defineRoute('update-note', {
    tag: 'agents',
    summary: 'Rewrite a coaching note, or say that its follow-up is done',
    may: 'coach-agents',
    params: noteParams,
    body: { json: noteChange },
    answer: { status: 200, json: coachingNote },
  }),
  'remove-note': defineRoute('remove-note', {
    tag: 'agents',
    summary: 'Remove a coaching note',
    may: 'coach-agents',
    params: noteParams,
    answer: { status: 204, empty: true },
  }),
  'list-follow-ups': defineRoute('list-follow-ups', {
    tag: 'agents',
    summary: 'Follow-ups that are due, the longest due first',
    may: 'coach-agents',
    answer: { status: 200, json: z.object({ items: z.array(coachingNote) }) },
  }),
  'list-recognitions': defineRoute('list-recognitions', {
    tag: 'agents',
    summary: 'Recognitions of an agent, with the figures they rest on',
    may: 'read-coaching',
    params,
    answer: { status: 200, json: z.object({ items: z.array(recognition) }) },
  }),
  'award-recognition': defineRoute('award-recognition', {
    tag: 'agents',
    summary: 'Recognise an agent for a month',
    may: 'coach-agents',
    params,
    body: { json: newRecognition },
    answer: { status: 201, json: recognition },
  }),
  'remove-recognition': defineRoute('remove-recognition', {
    tag: 'agents',
    summary: 'Take a recognition back',
    may: 'coach-agents',
    params: recognitionParams,
    answer: { status: 204, empty: true },
  }),
  'suggest-recognitions': defineRoute('suggest-recognitions', {
    tag: 'agents',
    summary: 'Who did better in a month than chance explains, on the same mix of tickets',
    may: 'coach-agents',
    query: suggestionsQuery,
    answer: { status: 200, json: z.object({ items: z.array(suggestion) }) },
  }),
};
