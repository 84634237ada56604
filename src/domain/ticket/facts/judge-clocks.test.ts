import { expect, test } from 'vitest';
import { cycleKey } from '../../sla/cycle-key.ts';
import type { Judgement } from '../../sla/review/breach-review.ts';
import { judgeClocks } from './judge-clocks.ts';

type Rows = Parameters<typeof judgeClocks>[1];

const row = (clockStatus: string, cycle = 1) =>
  ({
    ...{ policy: 'gold', target: 'frt', cycle, clockStatus, excused: false },
    ...{ agent: 'a1', team: 'care', holder: 'agent', holderId: 'a1' },
  }) as unknown as Rows[number];

const judged = (judgement: Judgement) =>
  new Map([[cycleKey({ ticket: 'T-1', policy: 'gold', target: 'frt', cycle: 1 }), judgement]]);

test('an excuse marks the breach of that cycle alone, and the running clock that may be overdue', () => {
  const rows = [row('breached'), row('breached', 2), row('running'), row('met'), row('cancelled')];
  const made = judgeClocks('T-1', rows, judged({ excused: true, responsible: null }));
  expect(made.map(({ excused }) => excused)).toEqual([true, false, true, false, false]);
  expect(judgeClocks('T-2', rows, judged({ excused: true, responsible: null }))).toEqual(rows);
});

test('who is made answerable is credited: an agent keeps the team unless another is named, a team stands for its queue', () => {
  const agent = judgeClocks(
    'T-1',
    [row('breached')],
    judged({ excused: false, responsible: { agent: 'a2', team: null } }),
  );
  expect(agent[0]).toMatchObject({ agent: 'a2', team: 'care', holder: 'agent', holderId: 'a2', excused: false });
  const team = judgeClocks(
    'T-1',
    [row('breached')],
    judged({ excused: false, responsible: { agent: null, team: 'it' } }),
  );
  expect(team[0]).toMatchObject({ agent: null, team: 'it', holder: 'queue', holderId: 'it' });
});
