import type { Dimension } from './dimension.ts';

const text = (id: string, en: string, fr: string, more: Partial<Dimension> = {}): Dimension => ({
  id,
  label: { en, fr },
  kind: 'column',
  column: id,
  ...more,
});

/** Every dimension but the custom fields, once. */
export const dimensions: readonly Dimension[] = [
  text('agent', 'Agent', 'Agent', { named: 'agent' }),
  text('team', 'Team', 'Équipe'),
  text('channel', 'Channel', 'Canal'),
  text('marketplace', 'Marketplace', 'Place de marché'),
  text('store', 'Store', 'Boutique'),
  text('customer', 'Customer', 'Client', { named: 'customer', aliases: ['customer.id'] }),
  text('company', 'Company', 'Société', { aliases: ['customer.company'] }),
  text('customer-type', 'Customer type', 'Type de client', {
    column: 'customerType',
    aliases: ['customerType', 'customer.type'],
  }),
  text('tier', 'Tier', 'Niveau', { aliases: ['customer.tier'] }),
  text('region', 'Region', 'Région', { aliases: ['customer.region'] }),
  text('country', 'Country', 'Pays'),
  text('language', 'Language', 'Langue'),
  text('pipeline', 'Pipeline', 'Pipeline', { elsewhere: { stages: 'inPipeline' } }),
  text('stage', 'Stage', 'Étape', { elsewhere: { stages: 'inStage' } }),
  text('priority', 'Priority', 'Priorité'),
  text('type', 'Type', 'Type'),
  text('tag', 'Tag', 'Étiquette', { kind: 'list', column: 'tags', aliases: ['tags'] }),
  text('status', 'Status', 'Statut'),
  text('source', 'Source', 'Source'),
  text('policy', 'Policy', 'Règle'),
  text('metric', 'Metric', 'Mesure'),
  text('target', 'Target', 'Objectif'),
  text('holder', 'Holder', 'Détenteur'),
  text('ticket', 'Ticket', 'Ticket'),
  text('component', 'Component', 'Composant'),
  text('hour', 'Hour of day', 'Heure', { kind: 'hour', column: '', aliases: ['hour-of-day'] }),
  text('weekday', 'Weekday', 'Jour de la semaine', { kind: 'weekday', column: '' }),
];
