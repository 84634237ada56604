import { atInstant, defineKpi, spread, timed } from '../kpi.ts';
import { live } from '../populations.ts';

export const timeInStage = defineKpi({
  id: 'time-in-stage',
  version: 1,
  label: { en: 'Time in stage', fr: 'Temps par étape' },
  short: { en: 'In stage', fr: 'Par étape' },
  help: {
    en: 'How long tickets stayed in a stage (or status) they have left.',
    fr: 'Combien de temps les tickets sont restés dans une étape (ou un statut) qu’ils ont quittée.',
  },
  unit: 'seconds',
  better: 'lower',
  table: 'stages',
  bases: [atInstant(null, 'lastLeftAt')],
  population: {
    where: [live],
    text: {
      en: 'Stages left in the period, of tickets neither merged nor deleted',
      fr: 'Étapes quittées dans la période, de tickets ni fusionnés ni supprimés',
    },
  },
  variants: {
    sum: {
      label: { en: 'Sum of presences', fr: 'Somme des présences' },
      short: { en: 'In stage, sum', fr: 'Par étape, somme' },
      help: { en: 'Adds each presence in the stage.', fr: 'Additionne chaque présence dans l’étape.' },
      figure: spread(timed('sum')),
    },
    span: {
      label: { en: 'First entry to last presence', fr: 'De la première entrée à la dernière présence' },
      short: { en: 'In stage, span', fr: 'Par étape, amplitude' },
      help: {
        en: 'Includes the time spent elsewhere in between.',
        fr: 'Comprend le temps passé ailleurs entre-temps.',
      },
      figure: spread(timed('span')),
    },
  },
});
