import type { Agent } from './agents.ts';
import type { Random } from './random.ts';
import type { TicketLog } from './ticket-log.ts';
import { hourMs } from './year.ts';

/** A score of a scale, drawn around how content the customer is (0 to 1). */
function score(random: Random, from: number, to: number, contentment: number): number {
  const drawn = contentment + random.between(-0.28, 0.22);
  return Math.min(to, Math.max(from, Math.round(from + drawn * (to - from))));
}

/** An hour after the solve some customers are asked, and a third of them answer. */
export function tellSurvey(log: TicketLog, random: Random, solvedAt: number, agent: Agent, urgency: number): void {
  if (!random.chance(0.34)) return;
  const luck = random.unit();
  const kind = luck < 0.72 ? 'csat' : luck < 0.88 ? 'nps' : 'ces';
  const sentAt = solvedAt + hourMs;
  log.note('survey.sent', sentAt, { kind, agent: agent.id });
  if (!random.chance(0.38)) return;
  const slowness = Math.max(0, agent.pace - 1) * 0.18;
  const contentment = Math.max(0, Math.min(1, 0.45 + agent.care * 0.58 - slowness - (urgency < 0.5 ? 0.05 : 0)));
  const [from, to] = kind === 'csat' ? [1, 5] : kind === 'nps' ? [0, 10] : [1, 7];
  const at = sentAt + random.skewed(6 * hourMs);
  log.note('survey.answered', at, { kind, agent: agent.id, score: score(random, from, to, contentment), scale: to });
}
