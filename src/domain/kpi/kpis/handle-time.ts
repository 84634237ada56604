import { column } from '../expression.ts';
import { atInstant, defineKpi, spread, timed } from '../kpi.ts';
import { liveTickets } from '../populations.ts';

export const handleTime = defineKpi({
  id: 'handle-time',
  version: 1,
  label: { en: 'Handle time', fr: 'Temps de traitement' },
  short: { en: 'Handle time', fr: 'Traitement' },
  help: { en: 'Work spent on a ticket.', fr: 'Travail consacré à un ticket.' },
  unit: 'seconds',
  better: 'lower',
  table: 'tickets',
  bases: [atInstant('solved', 'solvedAt'), atInstant('created', 'createdAt')],
  population: liveTickets,
  credit: { agent: 'solvedBy' },
  variants: {
    work: {
      label: { en: 'Recorded work', fr: 'Travail enregistré' },
      short: { en: 'Recorded work', fr: 'Travail enregistré' },
      help: {
        en: 'Talk, chat, notes and follow-up as recorded.',
        fr: 'Appels, chats, notes et suivi tels qu’enregistrés.',
      },
      figure: spread(column('handleSeconds'), 'mean'),
    },
    'agent-held': {
      label: { en: 'Held by agents', fr: 'Détenu par des agents' },
      short: { en: 'Held by agents', fr: 'Détenu par un agent' },
      help: {
        en: 'Open time in which an agent held the ticket, where no work is recorded.',
        fr: 'Temps ouvert pendant lequel un agent détenait le ticket, faute de travail enregistré.',
      },
      figure: spread(timed('agentHeld'), 'mean'),
    },
  },
  benchmark: {
    value: 516,
    source: { en: 'MetricNet: 8.6 minutes on average', fr: 'MetricNet : 8,6 minutes en moyenne' },
  },
});
