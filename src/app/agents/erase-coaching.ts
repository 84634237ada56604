import { compileMentions, type Sought } from '#domain/privacy/find-mentions.ts';
import type { Records } from '#records/client.ts';
import { listAllNotes, updateNote } from '#records/coaching/coaching-notes.ts';
import { listAllRecognitions, rewriteRecognitionText } from '#records/coaching/recognitions.ts';

/** Coaching notes and recognitions that tell of some customers lose their text; that there was one stays. */
export async function eraseFromCoaching(records: Records, workspace: string, people: readonly Sought[]): Promise<void> {
  const mentions = compileMentions(people);
  for (const { id, text } of await listAllNotes(records, workspace)) {
    if (mentions(text).size > 0) await updateNote(records, workspace, id, { text: '…' });
  }
  for (const { id, text } of await listAllRecognitions(records, workspace)) {
    if (mentions(text).size > 0) await rewriteRecognitionText(records, workspace, id, '…');
  }
}
