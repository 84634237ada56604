import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ingestEvents } from '#app/ingest-events.ts';
import { saveRules } from '#records/rules.ts';
import { agentsEvents } from '#test/support/agents-desk.ts';
import { askAs, type Call } from '#test/support/ask-as.ts';
import { deskPolicy } from '#test/support/desk.ts';
import { openTestServer, type TestServer } from '#test/support/open-test-server.ts';
import { makeMember, type Person } from '#test/support/people.ts';

let desk: TestServer;
let people: Record<'manager' | 'lead' | 'other' | 'lea' | 'viewer' | 'client' | 'ida', Person>;

beforeAll(async () => {
  desk = await openTestServer();
  const { server, accounts, app } = desk;
  await saveRules(app.records, app.workspace, { calendars: [], policies: [deskPolicy] });
  const answers = await ingestEvents(app, agentsEvents(Date.UTC(2026, 9, 5, 6)));
  expect(answers.filter(({ status }) => status !== 'accepted')).toEqual([]);
  await app.folds.settled();
  const make = (
    name: string,
    role: Parameters<typeof makeMember>[3]['role'],
    teams: string[] = [],
    agents: string[] = [],
  ) => makeMember(server, accounts, app, { email: `${name}@example.org`, role, teams, agents });
  people = {
    manager: await make('manager', 'manager'),
    lead: await make('lead', 'lead', ['retours'], ['a3']),
    other: await make('other', 'lead', ['ventes']),
    lea: await make('lea', 'agent', ['retours'], ['a1']),
    ida: await make('ida', 'agent', ['ventes'], ['b1']),
    viewer: await make('viewer', 'viewer'),
    client: await make('client', 'client'),
  };
});
afterAll(() => desk.close());

const october = 'from=2026-10-01&to=2026-11-01';

const ask = (...call: Call) => askAs(desk.server, ...call);
const get = async (person: Person, url: string) => (await ask(person, 'GET', url)).json;

interface Line {
  readonly kpi: string;
  readonly [key: string]: unknown;
}
const line = (card: { figures: Line[] }, kpi: string) => card.figures.find((each) => each.kpi === kpi);

describe('the list of agents', () => {
  test('has a line an agent with n, a place among those who can be compared, and none for whom nothing is comparable', async () => {
    const { items } = await get(people.manager, `/agents?${october}`);
    expect(
      items.map(({ id, team, solved }: { id: string; team: string; solved: object }) => [id, team, solved]),
    ).toEqual([
      ['a4', 'retours', { value: 3, n: 3 }],
      ['b1', 'ventes', { value: 40, n: 40 }],
      ['a1', 'retours', { value: 60, n: 60 }],
      ['a2', 'retours', { value: 60, n: 60 }],
      ['a3', 'retours', { value: 60, n: 60 }],
    ]);
    const [ana, ida, lea, max] = items;
    expect(ana.fair).toMatchObject({ refused: 'too-few', place: null, verdict: null });
    expect(ida.fair).toMatchObject({ refused: 'too-little-in-common', coverage: 0, place: null });
    expect(lea.fair).toMatchObject({ verdict: 'better', place: { best: 1, worst: 1, of: 3 } });
    expect(max.fair).toMatchObject({ place: { best: 2, worst: 3, of: 3 } });
  });

  test('is found in by name and id, and narrowed to a team', async () => {
    const ids = async (query: string) =>
      (await get(people.manager, `/agents?${october}&${query}`)).items.map(({ id }: { id: string }) => id);
    expect(await ids('search=L%C3%A9a')).toEqual(['a1']);
    expect(await ids('search=B1')).toEqual(['b1']);
    expect(await ids('team=ventes')).toEqual(['b1']);
    expect(await ids('search=nobody')).toEqual([]);
  });

  test('shows a lead the agents of their teams, an agent themselves, a client nothing', async () => {
    const ids = async (person: Person) =>
      (await get(person, `/agents?${october}`)).items.map(({ id }: { id: string }) => id).sort();
    expect(await ids(people.lead)).toEqual(['a1', 'a2', 'a3', 'a4']);
    expect(await ids(people.lea)).toEqual(['a1']);
    expect(await ids(people.viewer)).toHaveLength(5);
    expect((await ask(people.client, 'GET', '/agents')).json.code).toBe('access.denied');
  });
});

describe('a scorecard', () => {
  test('says the same figures as the reports, with n and an interval around each', async () => {
    const card = await get(people.manager, `/agents/a1/scorecard?${october}`);
    expect(card).toMatchObject({ name: 'Léa', group: { kind: 'team', team: 'retours' } });
    const question = {
      from: '2026-10-01',
      to: '2026-11-01',
      time: 'business',
      kpis: ['first-reply-time:median', 'csat'],
    };
    const filter = { field: 'agent', op: 'is', value: 'a1' };
    const { json } = await ask(people.manager, 'POST', '/query', { ...question, filter });
    expect([line(card, 'first-reply-time')?.value, line(card, 'csat')?.value]).toEqual(json.total);
    expect(line(card, 'first-reply-time')).toMatchObject({ value: 780, n: 60, low: 720, high: 840 });
    expect(line(card, 'csat')).toMatchObject({ value: 1, n: 30, high: 1, low: expect.closeTo(0.8865, 3) });
    expect(line(card, 'tickets-solved')).toMatchObject({ value: 60, low: null, group: null, fair: null });
  });

  test('gives a verdict only where chance does not explain the difference, and says where there are too few', async () => {
    const [lea, zoe, ana] = await Promise.all(
      ['a1', 'a3', 'a4'].map((id) => get(people.manager, `/agents/${id}/scorecard?${october}`)),
    );
    expect(line(lea, 'first-reply-time')).toMatchObject({
      group: { verdict: 'better' },
      previous: { verdict: 'too-few' },
    });
    expect(line(lea, 'first-reply-time')?.fair).toMatchObject({
      verdict: 'better',
      place: { best: 1, worst: 1, of: 3 },
    });
    expect(line(zoe, 'reopen-rate')?.group).toMatchObject({ verdict: 'unclear' });
    expect(line(ana, 'sla-compliance')?.group).toMatchObject({ verdict: 'too-few' });
    expect(line(ana, 'sla-compliance')?.fair).toMatchObject({ refused: 'too-few' });
    expect(line(lea, 'handle-time')).toMatchObject({ value: null, n: 0, benchmark: { value: 516 } });
  });

  test('is an agent’s own alone, with the figures their manager sees, and compared with their own team', async () => {
    const [mine, seen] = await Promise.all(
      [people.lea, people.manager].map((person) => get(person, `/agents/a1/scorecard?${october}`)),
    );
    expect(mine).toEqual(seen);
    expect((await ask(people.lea, 'GET', '/agents/a2/scorecard')).json.code).toBe('agent.unknown');
    expect((await ask(people.lea, 'GET', '/agents/a1/scorecard?team=ventes')).json.code).toBe('agent.other-team');
    const alone = await get(people.ida, `/agents/b1/scorecard?${october}`);
    expect(alone.group).toEqual({ kind: 'none', team: null, why: 'team-too-small' });
    expect(line(alone, 'csat')?.group).toBeNull();
  });

  test('is not there for an agent of other teams, nor for one that nobody knows', async () => {
    expect((await ask(people.lead, 'GET', '/agents/b1/scorecard')).json.code).toBe('agent.unknown');
    expect((await ask(people.lead, 'GET', '/agents/a1/scorecard')).status).toBe(200);
    expect((await ask(people.manager, 'GET', '/agents/zz/scorecard')).json.code).toBe('agent.unknown');
    expect((await ask(people.manager, 'GET', '/agents/a1/scorecard?from=2026-11-01&to=2026-10-01')).json.code).toBe(
      'query.empty-period',
    );
  });

  test('names best tickets, rated well and of one touch, and the breaches that are the agent’s', async () => {
    const lea = await get(people.manager, `/agents/a1/tickets?${october}`);
    expect(lea.best.items).toHaveLength(5);
    expect(lea.best.items.every(({ ratedWell }: { ratedWell: boolean }) => ratedWell)).toBe(true);
    expect(lea.best.items[0]).toMatchObject({ firstReplySeconds: 600, csatScore: 5 });
    expect(lea.breaches.total).toBe(0);
    const max = await get(people.manager, `/agents/a2/tickets?${october}`);
    expect(max.breaches.total).toBeGreaterThan(10);
    expect(max.breaches.items).toHaveLength(10);
    expect(max.best.items.some(({ csatScore }: { csatScore: number | null }) => csatScore === 2)).toBe(false);
  });
});

describe('coaching notes', () => {
  const note = (person: Person, agent: string, body: object) => ask(person, 'POST', `/agents/${agent}/notes`, body);
  const texts = async (person: Person, agent: string) =>
    (await get(person, `/agents/${agent}/notes`)).items.map(({ text }: { text: string }) => text).sort();

  test('are read by those who coach, and by the agent where they are shared', async () => {
    await note(people.manager, 'a1', { text: 'Shared', visibility: 'shared' });
    await note(people.lead, 'a1', { text: 'For managers' });
    expect(await texts(people.manager, 'a1')).toEqual(['For managers', 'Shared']);
    expect(await texts(people.lead, 'a1')).toEqual(['For managers', 'Shared']);
    expect(await texts(people.lea, 'a1')).toEqual(['Shared']);
    expect((await ask(people.other, 'GET', '/agents/a1/notes')).json.code).toBe('agent.unknown');
    expect((await ask(people.viewer, 'GET', '/agents/a1/notes')).json.code).toBe('access.denied');
    expect((await note(people.lea, 'a1', { text: 'Mine' })).json.code).toBe('access.denied');
  });

  test('on a lead are not read by the lead, unless shared', async () => {
    await note(people.manager, 'a3', { text: 'Between managers' });
    expect(await texts(people.lead, 'a3')).toEqual([]);
  });

  test('are rewritten by their author or an admin, and done by whoever coaches', async () => {
    const { id } = (await note(people.manager, 'a2', { text: 'Listen to calls', followUpOn: '2026-01-02' })).json;
    const url = `/agents/a2/notes/${id}`;
    const due = async (person: Person) =>
      (await get(person, '/follow-ups')).items.map((each: { id: string }) => each.id);
    expect([await due(people.lead), await due(people.other)]).toEqual([[id], []]);
    expect((await ask(people.lead, 'PATCH', url, { text: 'Other' })).json.code).toBe('note.read-only');
    expect((await ask(people.lead, 'PATCH', url, { done: true })).json.doneAt).not.toBeNull();
    expect(await due(people.lead)).toEqual([]);
    expect((await ask(desk.owner, 'PATCH', url, { followUpOn: '2026-02-30' })).json.code).toBe('note.bad-follow-up');
    expect((await ask(desk.owner, 'PATCH', url, { text: 'Clearer' })).json.text).toBe('Clearer');
    expect((await ask(people.lead, 'DELETE', url)).json.code).toBe('note.read-only');
    expect((await ask(people.manager, 'DELETE', url)).status).toBe(204);
    expect((await ask(people.manager, 'DELETE', url)).json.code).toBe('note.unknown');
  });

  test('are in the audit log without a word of what they say', async () => {
    const { items } = await get(desk.owner, '/audit');
    const told = items.filter(({ action }: { action: string }) => action.startsWith('coaching.'));
    expect(told.length).toBeGreaterThan(4);
    expect(JSON.stringify(told)).not.toMatch(/Listen|Shared|managers only/);
  });
});

describe('recognition', () => {
  test('is proposed to whom chance does not explain, and awarded with the figures it rests on, once', async () => {
    const { items } = await get(people.manager, '/recognition-suggestions?month=2026-10&team=retours');
    expect(items).toContainEqual(
      expect.objectContaining({ kpi: 'first-reply-time', agent: { id: 'a1', name: 'Léa' } }),
    );
    const body = { month: '2026-10', kpi: 'sla-compliance', text: 'Bravo', team: 'retours' };
    const awarded = await ask(people.manager, 'POST', '/agents/a1/recognitions', body);
    expect(awarded.json).toMatchObject({
      basis: { value: 1, n: 120, fair: { verdict: 'better', place: { best: 1 } } },
      awardedBy: { name: 'manager' },
    });
    expect((await ask(people.manager, 'POST', '/agents/a1/recognitions', body)).json.code).toBe('recognition.known');
    expect((await get(people.lea, '/agents/a1/recognitions')).items).toHaveLength(1);
    expect((await ask(people.viewer, 'GET', '/agents/a1/recognitions')).json.code).toBe('access.denied');
    const url = `/agents/a1/recognitions/${awarded.json.id}`;
    expect((await ask(people.lea, 'DELETE', url)).json.code).toBe('access.denied');
    expect((await ask(people.lead, 'DELETE', url)).status).toBe(204);
  });

  test('is refused for too few cases, and to oneself', async () => {
    const body = { month: '2026-10', kpi: 'sla-compliance', text: 'Bravo' };
    expect((await ask(people.manager, 'POST', '/agents/a4/recognitions', body)).json.code).toBe('recognition.too-few');
    expect((await ask(people.lead, 'POST', '/agents/a3/recognitions', body)).json.code).toBe('recognition.own');
  });
});
