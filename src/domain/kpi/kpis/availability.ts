import { column, eq, overlap } from '../expression.ts';
import { defineKpi, measured } from '../kpi.ts';
import { ratio, sum } from '../measure.ts';
import { isOnline, isPresent, presenceSpans } from '../populations.ts';

export const availability = defineKpi({
  id: 'availability',
  version: 1,
  label: { en: 'Availability', fr: 'Disponibilité' },
  help: {
    en: 'Time online ÷ time logged in (online, busy or away).',
    fr: 'Temps en ligne ÷ temps de connexion (en ligne, occupé ou absent).',
  },
  unit: 'share',
  better: 'higher',
  table: 'presence',
  bases: [{ basis: null, placement: presenceSpans.placement }],
  population: {
    where: [],
    text: { en: 'Recorded presence of agents', fr: 'Présences enregistrées des agents' },
  },
  variants: {
    share: {
      label: { en: 'Share online', fr: 'Part en ligne' },
      help: { en: 'Online ÷ logged in.', fr: 'En ligne ÷ connecté.' },
      figure: measured((own) => ratio(sum(own, overlap, isOnline), sum(own, overlap, isPresent))),
    },
    online: {
      label: { en: 'Online', fr: 'En ligne' },
      help: { en: 'Time online.', fr: 'Temps en ligne.' },
      unit: 'seconds',
      better: 'neither',
      figure: measured((own) => sum(own, overlap, eq(column('presenceStatus'), 'online'))),
    },
    busy: {
      label: { en: 'Busy', fr: 'Occupé' },
      help: { en: 'Time busy.', fr: 'Temps occupé.' },
      unit: 'seconds',
      better: 'neither',
      figure: measured((own) => sum(own, overlap, eq(column('presenceStatus'), 'busy'))),
    },
    away: {
      label: { en: 'Away', fr: 'Absent' },
      help: { en: 'Time away.', fr: 'Temps absent.' },
      unit: 'seconds',
      better: 'neither',
      figure: measured((own) => sum(own, overlap, eq(column('presenceStatus'), 'away'))),
    },
    offline: {
      label: { en: 'Offline', fr: 'Hors ligne' },
      help: { en: 'Time offline.', fr: 'Temps hors ligne.' },
      unit: 'seconds',
      better: 'neither',
      figure: measured((own) => sum(own, overlap, eq(column('presenceStatus'), 'offline'))),
    },
  },
});
