import type { OutgoingRules } from '#notifiers/outgoing/send-request.ts';
import type { Post } from '../schedules/post.ts';

/** How messages leave: by the mail server, and to which addresses requests may lead. */
export interface Outgoing extends Post {
  readonly rules: OutgoingRules;
}
