import type { Report } from '../report.ts';

export const timeInPipeline: Report = {
  id: 'time-in-pipeline',
  theme: 'team',
  question: { en: 'Where do tickets spend their time?', fr: 'Où les tickets passent-ils leur temps ?' },
  title: { en: 'Time in pipeline', fr: 'Temps dans le pipeline' },
  about: {
    en: 'How long tickets stayed in each stage they left. “Sum” adds each presence; “span” runs from the first entry to the last presence and counts time spent elsewhere in between.',
    fr: 'Combien de temps les tickets sont restés dans chaque étape quittée. « Somme » additionne chaque présence ; l’autre variante va de la première entrée à la dernière présence et compte le temps passé ailleurs entre-temps.',
  },
  kpis: ['time-in-stage.sum:median', 'time-in-stage.sum:mean', 'time-in-stage.span:median', 'time-in-stage:n'],
  by: ['stage'],
  every: null,
  picture: 'stacked',
};
