import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Records } from '#records/client.ts';
import { listAllReviews, writeReviews } from '#records/reviews/breach-reviews.ts';

/** What was said of breaches loses its text where it tells of some customers; that something was said stays. */
export async function eraseFromReviews(records: Records, workspace: string, people: readonly Sought[]): Promise<void> {
  const mentions = compileMentions(people);
  const names = (text: string) => mentions(text).size > 0;
  for (const { explanation, excuse, responsible, ...name } of await listAllReviews(records, workspace)) {
    if (explanation !== null && names(explanation.text))
      await writeReviews(records, [name], 'explanation', { ...explanation, text: '…' });
    if (excuse !== null && names(excuse.reason))
      await writeReviews(records, [name], 'excuse', { ...excuse, reason: '…' });
    if (responsible !== null && names(responsible.reason))
      await writeReviews(records, [name], 'responsible', { ...responsible, reason: '…' });
  }
}
