import { describe, expect, test } from 'vitest';
import type { Event } from '#domain/ticket/event.ts';
import { readEvents } from '../open-file.ts';
import { fileOf } from '../testing.ts';

const italian = {
  shape: 'history',
  timeZone: 'Europe/Rome',
  timeFormat: 'yyyy/MM/dd HH:mm:ss.SSS',
  missing: ['?', ''],
  columns: {
    'Case ID': 'ticket',
    'Complete Timestamp': 'time',
    Resource: 'agent',
    Activity: 'status',
    seriousness_2: 'priority',
    customer: 'customer.id',
    product: 'fields.product',
  },
  values: {
    status: { 'Take in charge ticket': 'open', Wait: 'pending', 'Resolve ticket': 'solved', Closed: 'closed' },
  },
};

const head = 'Case ID,Activity,Resource,Complete Timestamp,customer,product,seriousness_2';
const rows = [
  'Case 1,Assign seriousness,Value 1,2012/10/09 14:50:17.000,C1,P3,?',
  'Case 2,Take in charge ticket,Value 2,2012/10/09 15:00:00.000,C2,P1,Value 1',
  'Case 1,Take in charge ticket,Value 1,2012/10/09 14:51:01.000,C1,P3,Value 1',
  'Case 1,Resolve ticket,Value 2,2012/10/12 15:02:56.000,C1,P3,Value 1',
  'Case 1,Wait,Value 2,2012/10/11 09:00:00.000,C1,P3,Value 1',
  'Case 1,Closed,?,2012/10/27 11:54:26.000,C1,P4,Value 1',
];

async function read(text: string, mapping: unknown = italian) {
  const events: Event[] = [];
  const rejected: unknown[] = [];
  const notices: unknown[] = [];
  for await (const batch of readEvents(fileOf(text), { source: 'desk', mapping })) {
    events.push(...batch.events);
    rejected.push(...batch.rejected);
    notices.push(...batch.notices);
  }
  return { events, rejected, notices };
}

const told = ({ type, at, data }: Event) => {
  const { sequence, ...rest } = data;
  return [type.replace('ticket.', ''), new Date(at).toISOString(), rest];
};

describe('a table of changes', () => {
  test('differences to the row before become events, in the order of time, wherever the rows stand', async () => {
    const { events } = await read([head, ...rows].join('\n'));
    expect(events.filter(({ key }) => key === 'Case 1').map(told)).toEqual([
      ['created', '2012-10-09T12:50:17.000Z', { agent: 'Value 1', customer: { id: 'C1' }, fields: { product: 'P3' } }],
      ['updated', '2012-10-09T12:51:01.000Z', { priority: 'Value 1' }],
      ['status', '2012-10-09T12:51:01.000Z', { status: 'open', label: 'Take in charge ticket' }],
      ['assigned', '2012-10-11T07:00:00.000Z', { agent: 'Value 2' }],
      ['status', '2012-10-11T07:00:00.000Z', { status: 'pending', label: 'Wait' }],
      ['status', '2012-10-12T13:02:56.000Z', { status: 'solved', label: 'Resolve ticket' }],
      ['updated', '2012-10-27T09:54:26.000Z', { fields: { product: 'P4' } }],
      ['assigned', '2012-10-27T09:54:26.000Z', { agent: null }],
      ['status', '2012-10-27T09:54:26.000Z', { status: 'closed', label: 'Closed' }],
    ]);
  });

  test('a word that the values do not list changes nothing, and is told with its rows', async () => {
    const { notices } = await read([head, ...rows].join('\n'));
    expect(notices).toEqual([
      {
        code: 'import.value-unmapped',
        params: { value: 'Assign seriousness', column: 'Activity', target: 'status', rows: 1 },
      },
    ]);
  });

  test('a ticket first seen solved was solved then, and not born so', async () => {
    const { events } = await read(`${head}\nCase 9,Closed,Value 1,2012/10/09 10:00:00.000,C1,P3,?`);
    expect(events.map(({ type }) => type)).toEqual(['ticket.created', 'ticket.status']);
    expect(events[0]?.data.status).toBeUndefined();
  });

  test('reading a file again gives the same ids, and so do the old rows of a longer one', async () => {
    const once = (await read([head, ...rows].join('\n'))).events;
    const again = (await read([head, ...rows].join('\n'))).events;
    const more = 'Case 1,Take in charge ticket,Value 3,2012/10/28 10:00:00.000,C1,P4,Value 1';
    const longer = (await read([head, ...rows, more].join('\n'))).events;
    expect(again).toEqual(once);
    expect(longer.filter((event) => once.some(({ id }) => id === event.id))).toEqual(once);
    expect(longer).toHaveLength(once.length + 2);
    expect(new Set(longer.map(({ id }) => id)).size).toBe(longer.length);
  });

  const sequenced = {
    shape: 'history',
    columns: {
      id: 'ticket',
      at: 'time',
      n: 'sequence',
      opened: 'createdAt',
      by: 'createdBy',
      who: 'agent',
      group: 'team',
      state: 'status',
      client: 'customer.id',
    },
  };
  const sequencedHead = 'id,n,at,opened,by,who,group,state,client';

  test('before its first row a ticket was new and in nobody’s hands since its creation', async () => {
    const text = `${sequencedHead}\nT,1,2026-01-05T10:00Z,2026-01-05T09:00Z,op,ann,desk,open,c`;
    expect((await read(text, sequenced)).events.map(told)).toEqual([
      ['created', '2026-01-05T09:00:00.000Z', { actor: { kind: 'agent', id: 'op' }, customer: { id: 'c' } }],
      ['assigned', '2026-01-05T10:00:00.000Z', { agent: 'ann', team: 'desk' }],
      ['status', '2026-01-05T10:00:00.000Z', { status: 'open' }],
    ]);
  });

  test('a first row that still says new shows the queue in which the ticket began', async () => {
    const text = `${sequencedHead}\nT,1,2026-01-05T10:00Z,2026-01-05T09:00Z,c,ann,desk,new,c`;
    expect((await read(text, sequenced)).events.map(told)).toEqual([
      [
        'created',
        '2026-01-05T09:00:00.000Z',
        { actor: { kind: 'customer', id: 'c' }, customer: { id: 'c' }, team: 'desk', status: 'new' },
      ],
      ['assigned', '2026-01-05T10:00:00.000Z', { agent: 'ann' }],
    ]);
  });

  test('the sequence outranks the time: a later row happens no earlier than the row before it', async () => {
    const text = [
      sequencedHead,
      'T,3,2026-01-05T11:00Z,2026-01-05T09:00Z,c,ann,desk,solved,c',
      'T,1,2026-01-05T09:00Z,2026-01-05T09:00Z,c,ann,desk,new,c',
      'T,2,2026-01-05T12:00Z,2026-01-05T09:00Z,c,ann,desk,open,c',
    ].join('\n');
    const { events } = await read(text, sequenced);
    expect(events.map(({ id, at, data }) => [id, new Date(at).getUTCHours(), data.sequence])).toEqual([
      ['T/created', 9, 1],
      ['T/2/status', 12, 2],
      ['T/3/status', 12, 3],
    ]);
  });

  test('rows of one instant keep their order', async () => {
    const text = `${head}\n${['Wait', 'Take in charge ticket', 'Wait'].map((word) => `A,${word},v,2012/10/09 10:00:00.000,c,p,s`).join('\n')}`;
    const { events } = await read(text);
    expect(events.map(({ id, data }) => [id.split('/').pop(), data.status, data.sequence])).toEqual([
      ['created', 'pending', 0],
      ['status', 'open', 1],
      ['status', 'pending', 2],
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(3);
  });

  test('bad cells cost their row only, and are told with line, column and reason', async () => {
    const bad = [
      head,
      rows[0],
      'Case 3,Wait,v,2012/02/30 10:00:00.000,c,p,s',
      ',Wait,v,2012/02/20 10:00:00.000,c,p,s',
      'Case 4,Wait,v,?,c,p,s',
      'Case 5,Wait,v,20 Feb 2012,c,p,s',
    ];
    const { events, rejected } = await read(bad.join('\n'));
    expect(events).toHaveLength(1);
    expect(rejected).toMatchObject([
      {
        line: 3,
        column: 'Complete Timestamp',
        code: 'import.no-such-time',
        params: { value: '2012/02/30 10:00:00.000' },
      },
      { line: 4, column: 'Case ID', code: 'import.value-missing' },
      { line: 5, column: 'Complete Timestamp', code: 'import.value-missing' },
      { line: 6, column: 'Complete Timestamp', code: 'import.bad-time', raw: bad[5] },
    ]);
  });

  test('a column that the file lacks is an error that lists the columns there are', async () => {
    await expect(read('id;when\nT;2026-01-01', italian)).rejects.toMatchObject({
      code: 'mapping.column-not-found',
      params: { column: 'Case ID', columns: 'id, when' },
    });
  });

  test('constants describe every ticket, and stay when their group changes', async () => {
    const mapping = { ...italian, constants: { channel: 'E-mail', 'customer.tier': 'gold', team: 'desk' } };
    const { events } = await read(
      `${head}\nA,Wait,v,2012/10/09 10:00:00.000,c1,p,s\nA,Wait,v,2012/10/09 11:00:00.000,c2,p,s`,
      mapping,
    );
    expect(events.map(({ data }) => [data.channel, data.customer, data.team])).toEqual([
      ['e-mail', { tier: 'gold', id: 'c1' }, 'desk'],
      [undefined, { tier: 'gold', id: 'c2' }, undefined],
    ]);
  });
});
