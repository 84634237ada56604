import { column, overlap } from '../expression.ts';
import { atInstant, defineKpi, measured } from '../kpi.ts';
import { ratio, sum } from '../measure.ts';
import { isPresent, live, presenceSpans, shiftSpans } from '../populations.ts';

export const agentUtilisation = defineKpi({
  id: 'agent-utilisation',
  version: 1,
  label: { en: 'Agent utilisation', fr: 'Taux d’occupation des agents' },
  short: { en: 'Utilisation', fr: 'Occupation' },
  help: { en: 'Recorded work ÷ time on shift (or online).', fr: 'Travail enregistré ÷ temps planifié (ou en ligne).' },
  unit: 'share',
  better: 'neither',
  table: 'work',
  bases: [atInstant(null, 'at')],
  population: {
    where: [live],
    text: {
      en: 'Work recorded and shifts planned in the period',
      fr: 'Travail enregistré et horaires planifiés dans la période',
    },
  },
  namedByVariant: true,
  variants: {
    shift: {
      label: { en: 'Of shifts', fr: 'Des horaires' },
      help: { en: 'Work ÷ planned hours.', fr: 'Travail ÷ heures planifiées.' },
      figure: measured((own) => ratio(sum(own, column('seconds')), sum(shiftSpans, overlap))),
    },
    online: {
      label: { en: 'Of time online', fr: 'Du temps en ligne' },
      help: {
        en: 'Work ÷ hours logged in (online, busy or away).',
        fr: 'Travail ÷ heures de connexion (en ligne, occupé ou absent).',
      },
      figure: measured((own) => ratio(sum(own, column('seconds')), sum(presenceSpans, overlap, isPresent))),
    },
  },
  benchmark: {
    value: 0.48,
    also: [0.6],
    source: {
      en: 'Usual in contact centres: 48 % on average; strain from 60 %',
      fr: 'Usages des centres de contact : 48 % en moyenne ; surcharge à partir de 60 %',
    },
  },
  warn: { above: 0.6 },
});
