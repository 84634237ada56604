import type { Event } from '../event.ts';
import type { Story, SurveyRecord } from '../story.ts';

/** Who a survey is about: the author of the last agent reply, else whom the source names, else the assignee or solver. */
function answerable(story: Story, event: Event): string | null {
  return story.lastReplyBy ?? event.data.agent ?? story.agent ?? story.standingSolve?.by ?? null;
}

/** The last survey of that kind sent and not yet answered. */
function findOpen(story: Story, kind: string): SurveyRecord | undefined {
  return story.surveys.findLast((survey) => survey.kind === kind && survey.answeredAt === null);
}

export function applySurvey(story: Story, event: Event): void {
  const { data } = event;
  const kind = data.kind as string;
  const sent = event.type === 'survey.sent';
  const open = sent ? undefined : findOpen(story, kind);
  const agent = answerable(story, event);
  if (open !== undefined) {
    open.answeredAt = event.at;
    open.agent = agent;
    open.team = story.team;
    open.score = data.score ?? null;
    open.scale = data.scale ?? null;
    open.comment = data.comment ?? null;
    return;
  }
  story.surveys.push({
    kind,
    sentAt: sent ? event.at : null,
    answeredAt: sent ? null : event.at,
    agent,
    team: story.team,
    score: data.score ?? null,
    scale: data.scale ?? null,
    comment: data.comment ?? null,
  });
}
