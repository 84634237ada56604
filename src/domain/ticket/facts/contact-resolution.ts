import type { WorkingTime } from '../../time/working-time.ts';
import { solvedBits, statusBits } from '../status.ts';
import type { Story } from '../story.ts';

const sevenDaysMs = 7 * 86_400_000;
const oneHourMs = 3_600_000;
const waitingBits = statusBits.pending | statusBits['on-hold'];

/** Whether no solve was undone within seven days. Null until solved. */
export function noReopenIn7Days({ solves }: Story): boolean | null {
  if (solves.length === 0) return null;
  return solves.every(({ at, reopenedAt }) => reopenedAt === null || reopenedAt - at > sevenDaysMs);
}

/** Solved with one agent reply and not reopened within seven days. Null until solved, or without any reply. */
export function oneTouch(story: Story): boolean | null {
  if (story.solves.length === 0 || story.replies.length === 0) return null;
  return story.replies.length === 1 && noReopenIn7Days(story) === true;
}

/** Whether the ticket waited for somebody else before it was first solved: then there was a second contact. */
function waitedBeforeSolve({ spans }: Story): boolean {
  for (const { bit } of spans) {
    if ((bit & solvedBits) !== 0) return false;
    if ((bit & waitingBits) !== 0) return true;
  }
  return false;
}

/** Chat and phone: solved in the contact, for good; other channels: within one open hour. Null until solved. */
export function firstHour(story: Story, business: WorkingTime): boolean | null {
  const solve = story.solves[0];
  if (solve === undefined) return null;
  const { channel } = story.dims;
  if (channel === 'chat' || channel === 'phone') return solve.reopenedAt === null && !waitedBeforeSolve(story);
  return business.betweenMs(story.createdAt, solve.at) <= oneHourMs;
}
