import type { Report } from '../report.ts';

export const chatWait: Report = {
  id: 'chat-wait',
  theme: 'team',
  question: { en: 'How long do chat customers wait?', fr: 'Combien de temps attendent les clients en chat ?' },
  title: { en: 'Chat wait', fr: 'Attente en chat' },
  about: {
    en: 'From the start of a chat to the first agent message. Abandoned chats have no wait: they stand beside.',
    fr: 'Du début d’un chat au premier message d’un agent. Les chats abandonnés n’ont pas d’attente : ils sont montrés à part.',
  },
  kpis: ['chat-wait-time:median', 'chat-wait-time:p90', 'chat-success', 'chat-wait-time.abandoned'],
  by: [],
  every: 'week',
  picture: 'trend',
};
