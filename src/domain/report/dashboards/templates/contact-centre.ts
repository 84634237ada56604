import { type DashboardTemplate, reportTile } from '../template.ts';

export const contactCentre: DashboardTemplate = {
  id: 'contact-centre',
  title: { en: 'Contact centre', fr: 'Centre de contact' },
  about: {
    en: 'Waits, volumes and people by the hour: whether enough of them are there when customers call.',
    fr: 'Attentes, volumes et effectifs heure par heure : y a-t-il assez de monde quand les clients appellent.',
  },
  query: { period: 'last-7-days' },
  tiles: [
    reportTile('chat-wait', [0, 0, 6, 5]),
    reportTile('handle-time', [6, 0, 6, 5]),
    reportTile('messages-by-hour', [0, 5, 6, 6]),
    reportTile('max-available', [6, 5, 6, 6]),
    reportTile('hours-availability', [0, 11, 6, 5]),
    reportTile('utilisation', [6, 11, 6, 5]),
    reportTile('first-contact-resolution', [0, 16, 6, 5]),
    reportTile('csat', [6, 16, 6, 5]),
  ],
};
