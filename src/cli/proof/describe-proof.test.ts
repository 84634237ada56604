import { expect, test } from 'vitest';
import { describeProof } from './describe-proof.ts';
import type { ClockProof, Proof } from './words.ts';

const agent = { kind: 'agent', id: 'a7' } as const;
const clock: ClockProof['clock'] = {
  ticket: 'T-1',
  policy: 'gold',
  policyVersion: 2,
  policyKind: 'customer',
  target: 'ttr',
  metric: 'resolution',
  cycle: 1,
  status: 'breached',
  startedAt: '2026-01-05T09:00:00Z',
  targetSeconds: 3600,
  elapsedSeconds: 5400,
  remainingSeconds: -1800,
  overrunSeconds: 1800,
  dueAt: '2026-01-06T08:30:00Z',
  stoppedAt: '2026-01-06T09:00:00Z',
  stoppedBy: 'solved',
  breachedAt: '2026-01-06T08:30:00Z',
  superseded: false,
  provisional: true,
  bounded: false,
  agent: 'a7',
  team: null,
  holderAtBreach: agent,
  pauses: [],
  bookings: [],
  warnings: [],
};
const proof: Proof = {
  ticket: {
    key: 'T-1',
    subject: 'Broken screen',
    channel: 'email',
    marketplace: null,
    priority: 'high',
    status: 'solved',
    sourceSlaMet: false,
  },
  now: '2026-01-07T09:00:00Z',
  timeZone: 'Europe/Paris',
  statuses: [],
  holders: [{ from: '2026-01-05T09:00:00Z', to: '2026-01-06T09:00:00Z', holder: agent }],
  events: [],
  clocks: [
    {
      clock,
      policy: { id: 'gold', name: 'Gold', version: 2, rule: 1 },
      calendar: { id: 'paris', name: 'Paris', timeZone: 'Europe/Paris', version: 1 },
      spans: [
        {
          from: '2026-01-05T09:00:00Z',
          to: '2026-01-05T09:30:00Z',
          kind: 'counted',
          reason: null,
          seconds: 1800,
          holder: agent,
        },
        {
          from: '2026-01-05T09:30:00Z',
          to: '2026-01-05T12:00:00Z',
          kind: 'paused',
          reason: 'pending',
          seconds: 0,
          holder: null,
        },
        {
          from: '2026-01-05T12:00:00Z',
          to: '2026-01-06T08:00:00Z',
          kind: 'closed',
          reason: null,
          seconds: 0,
          holder: agent,
        },
        {
          from: '2026-01-06T08:00:00Z',
          to: '2026-01-06T09:00:00Z',
          kind: 'counted',
          reason: null,
          seconds: 3600,
          holder: agent,
        },
      ],
      formula: { en: '30 min + 1 h = 1 h 30 min', fr: '30 min + 1 h = 1 h 30 min' },
    },
  ],
  labels: { agent: { a7: 'Léa' } },
};

test('a proof names policy, calendar, instants in the zone, holders and every span with its reason', () => {
  const text = describeProof(proof, 'en', 80).join('\n');
  for (const part of [
    'T-1 · Broken screen',
    'not kept, says the source',
    'Resolution: BREACHED — 1 h 30 min of 1 h',
    'Policy “Gold” (gold, version 2, no. 1 of the list)',
    'Calendar “Paris” (paris, version 1, Europe/Paris)',
    'started 2026-01-05 10:00 · due 2026-01-06 09:30',
    'stopped 2026-01-06 10:00 (ticket solved)',
    'not counted: paused (waiting for the customer)',
    'not counted: outside hours',
    'agent Léa',
    'At the breach the ticket was with: agent Léa',
    'Provisional until the ticket is closed.',
    'Formula: 30 min + 1 h',
  ]) {
    expect(text).toContain(part);
  }
  expect(text).toMatch(/▓.*░.*█/);
});

test('a title over several lines stands in one', () => {
  const broken = { ...proof, ticket: { ...proof.ticket, subject: 'Broken\r\nscreen' } };
  expect(describeProof(broken, 'en', 80)[0]).toBe('T-1 · Broken screen');
});

test('a proof is told in French too', () => {
  const text = describeProof(proof, 'fr', 80)
    .join('\n')
    .replace(/\u202F/g, ' ');
  expect(text).toContain('Résolution: DÉPASSÉ — 1 h 30 min sur 1 h'.replace('Résolution:', 'Résolution :'));
  expect(text).toContain('non compté : hors horaires');
  expect(text).toContain('Tenu par');
});

test('a ticket under no policy says so', () => {
  expect(describeProof({ ...proof, clocks: [] }, 'en', 80).join('\n')).toContain('no policy applies');
});
