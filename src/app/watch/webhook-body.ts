import type { WatchItem } from '#domain/sla/escalation/watch-item.ts';

const types = {
  warning: 'clock.warning',
  breach: 'clock.breached',
  'after-breach': 'clock.overdue',
  asked: 'clock.escalated',
} as const satisfies Record<WatchItem['kind'], string>;

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What a webhook is told of a step, in the form of Standard Webhooks. Public: keys are added, never renamed. */
export function webhookBody(item: WatchItem, url: string): string {
  const { action } = item;
  const { channel: _, ...asked } = 'channel' in action ? action : { ...action, channel: '' };
  return JSON.stringify({
    type: types[item.kind],
    timestamp: iso(item.ranAt),
    data: {
      action: asked,
      ticket: item.ticket,
      url: `${url}/tickets/${encodeURIComponent(item.ticket)}`,
      policy: { id: item.policy, name: item.policyName, kind: item.policyKind },
      clock: {
        target: item.target,
        metric: item.metric,
        cycle: item.cycle,
        startedAt: iso(item.startedAt),
        targetSeconds: item.targetSeconds,
        dueAt: iso(item.dueAt),
        agent: item.agent,
        team: item.team,
      },
      step: { id: item.step, round: item.round, dueAt: iso(item.stepDueAt), late: item.late },
      by: item.by,
    },
  });
}

/** What a webhook is told when somebody tries it. */
export function testBody(at: number, url: string): string {
  return JSON.stringify({ type: 'channel.test', timestamp: iso(at), data: { url } });
}
