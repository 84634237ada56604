import { describe, expect, test } from 'vitest';
import type { Event } from '#domain/ticket/event.ts';
import { readEvents } from '../open-file.ts';
import { fileOf } from '../testing.ts';

const mapping = {
  shape: 'tickets',
  timeZone: 'Europe/Paris',
  timeFormat: 'dd/MM/yyyy HH:mm',
  columns: {
    N: 'ticket',
    'Créé le': 'createdAt',
    Réponse: 'firstReplyAt',
    'Résolu le': 'solvedAt',
    'Clos le': 'closedAt',
    'Modifié le': 'updatedAt',
    Agent: 'agent',
    Statut: 'status',
    Canal: 'channel',
    Note: 'csat.score',
    Tags: 'tags',
    Montant: 'order.value',
  },
  values: { status: { Ouvert: 'open', Attente: 'pending', Résolu: 'solved', Clos: 'closed' } },
};
const head = 'N;Créé le;Réponse;Résolu le;Clos le;Modifié le;Agent;Statut;Canal;Note;Tags;Montant';

async function read(...rows: string[]) {
  const events: Event[] = [];
  const rejected: { line: number; column: string | null; code: string }[] = [];
  for await (const batch of readEvents(fileOf([head, ...rows].join('\n')), { source: 's', mapping })) {
    events.push(...batch.events);
    rejected.push(...batch.rejected);
  }
  return { events, rejected };
}

const told = ({ type, at, data }: Event) => {
  const { sequence, ...rest } = data;
  return [type, new Date(at).toISOString().slice(0, 16), rest];
};

describe('a table of tickets', () => {
  test('a row becomes creation, reply, solve, close and survey at the instants it tells', async () => {
    const { events } = await read(
      '7;05/01/2026 09:00;05/01/2026 09:30;06/01/2026 10:00;06/01/2026 10:00;;Léa;Clos;E-mail;4;vip, retour;12,50',
    );
    expect(events.map(told)).toEqual([
      ['ticket.created', '2026-01-05T08:00', { channel: 'e-mail', tags: ['vip', 'retour'], order: { value: 12.5 } }],
      [
        'ticket.assigned',
        '2026-01-05T08:00',
        { agent: 'Léa', observed: { after: '2026-01-05T08:00:00Z', before: '2026-01-05T08:30:00Z' } },
      ],
      [
        'ticket.message',
        '2026-01-05T08:30',
        { actor: { kind: 'agent', id: 'Léa' }, direction: 'outbound', public: true },
      ],
      ['ticket.status', '2026-01-06T09:00', { status: 'solved' }],
      ['ticket.status', '2026-01-06T09:00', { status: 'closed', label: 'Clos' }],
      ['survey.answered', '2026-01-06T09:00', { kind: 'csat', score: 4, scale: 5, agent: 'Léa' }],
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  });

  test('solved and closed in one minute keep their order', async () => {
    const { events } = await read('7;05/01/2026 09:00;;06/01/2026 10:00;06/01/2026 10:00;;;;;;;');
    expect(events.map(({ data }) => data.sequence)).toEqual([undefined, 1, 2]);
  });

  test('a ticket open again after its solve is told so, at the last instant known', async () => {
    const { events } = await read('7;05/01/2026 09:00;;06/01/2026 10:00;;08/01/2026 12:00;;Ouvert;;;;');
    expect(events.filter(({ type }) => type === 'ticket.status').map(told)).toEqual([
      ['ticket.status', '2026-01-06T09:00', { status: 'solved' }],
      [
        'ticket.status',
        '2026-01-08T11:00',
        {
          status: 'open',
          label: 'Ouvert',
          observed: { after: '2026-01-05T08:00:00Z', before: '2026-01-08T11:00:00Z' },
        },
      ],
    ]);
  });

  test('a row that contradicts itself is rejected, good ones are kept', async () => {
    const { events, rejected } = await read(
      '1;05/01/2026 09:00;;04/01/2026 10:00;;;;;;;;',
      '2;05/01/2026 09:00;;;;;;Résolu;;;;',
      '3;;;;;;;;;;;',
      ';05/01/2026 09:00;;;;;;;;;;',
      '5;05/01/2026 09:00;;;;;;;;;;douze',
      '6;05/01/2026 09:00;;;;;;Ouvert;;;;',
    );
    expect(new Set(events.map(({ key }) => key))).toEqual(new Set(['6']));
    expect(rejected.map(({ line, column, code }) => [line, column, code])).toEqual([
      [2, 'Résolu le', 'import.times-reversed'],
      [3, 'Statut', 'import.no-solved-time'],
      [4, 'Créé le', 'import.value-missing'],
      [5, 'N', 'import.value-missing'],
      [6, 'Montant', 'import.bad-number'],
    ]);
  });

  test('a score beyond its scale costs the answer, not the ticket', async () => {
    const { events, rejected } = await read('1;05/01/2026 09:00;;;;;;;;9;;');
    expect(events.map(({ type }) => type)).toEqual(['ticket.created']);
    expect(rejected).toMatchObject([{ line: 2, column: 'Note', code: 'event.bad-score' }]);
  });

  test('a later export of the same tickets adds what is new and repeats the rest', async () => {
    const first = (await read('7;05/01/2026 09:00;;;;05/01/2026 11:00;Léa;Ouvert;;;;')).events;
    const later = (await read('7;05/01/2026 09:00;;06/01/2026 10:00;;06/01/2026 10:00;Léa;Résolu;;;;')).events;
    const old = new Set(first.map(({ id }) => id));
    expect(later.filter(({ id }) => !old.has(id)).map(({ type }) => type)).toEqual(['ticket.status', 'ticket.updated']);
  });

  test('another agent in a later export took over at its update, not at the creation', async () => {
    const first = (await read('7;05/01/2026 09:00;;;;05/01/2026 11:00;Léa;Ouvert;;;;')).events;
    const later = (await read('7;05/01/2026 09:00;;;;06/01/2026 10:00;Zoé;Ouvert;;;;')).events;
    const old = new Set(first.map(({ id }) => id));
    const news = later.filter(({ id }) => !old.has(id)).filter(({ data }) => data.agent !== undefined);
    expect(news.map(told)).toEqual([['ticket.updated', '2026-01-06T09:00', { agent: 'Zoé' }]]);
  });

  test('without a time format each column’s own is found, and an empty column is written as the others', async () => {
    const columns = { id: 'ticket', opened: 'createdAt', done: 'solvedAt', shut: 'closedAt' };
    const filler = Array.from({ length: 30_000 }, (_, i) => `${i},05/13/2026 9:00 PM,2026-05-14T00:00Z,`);
    const text = ['id,opened,done,shut', ...filler, 'last,05/13/2026 9:00 PM,2026-05-14T00:00Z,'].join('\n');
    const events: Event[] = [];
    for await (const batch of readEvents(fileOf(text), { source: 's', mapping: { shape: 'tickets', columns } })) {
      events.push(...batch.events);
    }
    expect(events).toHaveLength(60_002);
    expect(events.at(-2)?.at).toBe(Date.parse('2026-05-13T21:00Z'));
  });
});
