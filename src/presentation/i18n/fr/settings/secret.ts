import type { secret as english } from '../../en/settings/secret.ts';

export const secret: Record<keyof typeof english, string> = {
  make: 'Nouveau secret',
  title: 'Créer un nouveau secret pour « {{name}} » ?',
  lead: 'Il est affiché une seule fois. Celui en usage reste valable 24 heures, le temps de le changer à l’autre bout ; un secret déjà remplacé auparavant prend fin maintenant.',
  made: 'Le nouveau secret de « {{name}} »',
  once: 'Copiez-le dans l’autre système maintenant : il ne sera plus affiché. Le précédent reste valable 24 heures.',
  label: 'Secret',
  kept: 'Je l’ai gardé',
  oldUntil: 'Le secret précédent reste valable jusqu’au {{when}}',
};
