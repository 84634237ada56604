import { and, coalesce, column, gt, isKnown, isNull, literal, plusSeconds, when } from '../expression.ts';
import { atInstant, defineKpi, measured } from '../kpi.ts';
import { type Source, share } from '../measure.ts';
import { live } from '../populations.ts';

const sevenDays = 7 * 86_400;

/** Where the customer is unknown, whether they came back is unknown too. */
const noRepeat = when(
  isNull(column('customer')),
  literal(null),
  and(
    column('noReopenIn7Days'),
    coalesce(gt(column('nextOfCustomer'), plusSeconds(column('solvedAt'), sevenDays)), literal(true)),
  ),
);

const acrossTickets = (own: Source): Source => ({
  ...own,
  next: { name: 'nextOfCustomer', of: 'createdAt', partition: ['customer', 'type'], where: [live] },
});

export const firstContactResolution = defineKpi({
  id: 'first-contact-resolution',
  version: 1,
  label: { en: 'First contact resolution', fr: 'Résolution au premier contact' },
  short: { en: 'First contact', fr: 'Premier contact' },
  help: {
    en: 'Share of solved tickets that needed one contact only; each variant says what that means.',
    fr: 'Part des tickets résolus en un seul contact ; chaque variante dit ce que cela veut dire.',
  },
  unit: 'share',
  better: 'higher',
  table: 'tickets',
  bases: [atInstant('solved', 'solvedAt'), atInstant('created', 'createdAt')],
  population: {
    where: [live, isKnown(column('solvedAt'))],
    text: { en: 'Solved tickets, neither merged nor deleted', fr: 'Tickets résolus, ni fusionnés ni supprimés' },
  },
  credit: { agent: 'solvedBy' },
  variants: {
    'one-touch': {
      label: { en: 'One reply', fr: 'Une seule réponse' },
      short: { en: 'First contact, one reply', fr: 'Une seule réponse' },
      help: {
        en: 'One agent reply and no reopening within 7 days.',
        fr: 'Une seule réponse d’agent et pas de réouverture sous 7 jours.',
      },
      figure: measured((own) => share(own, column('oneTouch'))),
    },
    'first-hour': {
      label: { en: 'First hour', fr: 'Première heure' },
      short: { en: 'First contact, first hour', fr: 'Première heure' },
      help: {
        en: 'Chat and phone: solved within the contact; otherwise solved within one open hour.',
        fr: 'Chat et téléphone : résolu pendant le contact ; sinon résolu en une heure ouvrée.',
      },
      figure: measured((own) => share(own, column('firstHour'))),
    },
    'no-repeat': {
      label: { en: 'No repeat', fr: 'Sans rappel' },
      short: { en: 'First contact, no repeat', fr: 'Sans rappel' },
      help: {
        en: 'No reopening, and no new ticket of the same customer and type, within 7 days of the solve.',
        fr: 'Ni réouverture ni nouveau ticket du même client et du même type dans les 7 jours qui suivent la résolution.',
      },
      figure: measured((own) => share(acrossTickets(own), noRepeat)),
    },
  },
});
