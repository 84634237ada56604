import { listDeadLetterViews } from '#app/dead-letters/list-dead-letters.ts';
import { discardDeadLetters, replayDeadLetter, replayDeadLetters } from '#app/dead-letters/replay-dead-letters.ts';
import type { Handlers } from '../../handler.ts';

type DeadLetters = 'list-dead-letters' | 'replay-dead-letter' | 'replay-dead-letters' | 'discard-dead-letters';

export const deadLetterHandlers: Pick<Handlers, DeadLetters> = {
  'list-dead-letters': ({ app, query, language }) => listDeadLetterViews(app, query, language),
  'replay-dead-letter': ({ app, params, body, actor, address, language }) =>
    replayDeadLetter(app, params.id, body.event, { actor, address, language }),
  'replay-dead-letters': ({ app, body, actor, address }) => replayDeadLetters(app, body, { actor, address }),
  async 'discard-dead-letters'({ app, body, actor, address }) {
    return { discarded: await discardDeadLetters(app, body, { actor, address }) };
  },
};
