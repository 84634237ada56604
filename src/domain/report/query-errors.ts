import type { ErrorEntry } from '../error.ts';

/** What can go wrong with a question to the KPI language. */
export const queryErrors = {
  'kpi.bad-formula': {
    kind: 'invalid',
    message: { en: '“{formula}” is not a formula.', fr: '« {formula} » n’est pas une formule.' },
    todo: {
      en: 'Write ratio(A,B) or difference(A,B), where A and B are two KPIs such as sla-breaches and tickets-created; a formula holds no other formula.',
      fr: 'Écrivez ratio(A,B) ou difference(A,B), où A et B sont deux indicateurs comme sla-breaches et tickets-created ; une formule n’en contient pas d’autre.',
    },
  },
  'kpi.bad-statistic': {
    kind: 'invalid',
    message: {
      en: 'KPI “{kpi}” has no statistic “{statistic}”.',
      fr: 'L’indicateur « {kpi} » n’a pas de statistique « {statistic} ».',
    },
    todo: { en: 'It offers: {known}.', fr: 'Il propose : {known}.' },
  },
  'kpi.formula-mixes-populations': {
    kind: 'invalid',
    message: {
      en: 'Formula “{formula}” puts together figures of different rows: “{left}” and “{right}”.',
      fr: 'La formule « {formula} » assemble des chiffres de lignes différentes : « {left} » et « {right} ».',
    },
    todo: {
      en: 'Take two counts or totals of the period, or two figures of the same KPI’s rows. A mean, a rate or a stock fits only figures of its own rows.',
      fr: 'Prenez deux décomptes ou totaux de la période, ou deux chiffres des mêmes lignes. Une moyenne, un taux ou un stock ne va qu’avec des chiffres de ses propres lignes.',
    },
  },
  'kpi.formula-mixes-units': {
    kind: 'invalid',
    message: {
      en: 'Formula “{formula}” puts together “{left}” in {leftUnit} and “{right}” in {rightUnit}.',
      fr: 'La formule « {formula} » assemble « {left} » et « {right} », d’unités différentes ({leftUnit}, {rightUnit}).',
    },
    todo: {
      en: 'Both must have one unit; a ratio may also divide a total by a count.',
      fr: 'Les deux doivent avoir la même unité ; un ratio peut aussi diviser un total par un décompte.',
    },
  },
  'kpi.not-a-default': {
    kind: 'invalid',
    message: {
      en: 'Variant “{variant}” cannot stand for KPI “{kpi}”: it measures in another unit.',
      fr: 'La variante « {variant} » ne peut pas représenter l’indicateur « {kpi} » : son unité est différente.',
    },
    todo: {
      en: 'Choose a variant in the unit of the KPI, or none.',
      fr: 'Choisissez une variante de même unité que l’indicateur, ou aucune.',
    },
  },
  'kpi.unknown': {
    kind: 'invalid',
    message: { en: 'There is no KPI “{kpi}”.', fr: 'L’indicateur « {kpi} » n’existe pas.' },
    todo: {
      en: 'Did you mean “{suggestion}”? The command “vigie kpis” lists them all.',
      fr: 'Vouliez-vous dire « {suggestion} » ? La commande « vigie kpis » les donne tous.',
    },
  },
  'kpi.unknown-variant': {
    kind: 'invalid',
    message: {
      en: 'KPI “{kpi}” has no variant “{variant}”.',
      fr: 'L’indicateur « {kpi} » n’a pas de variante « {variant} ».',
    },
    todo: { en: 'It has: {known}.', fr: 'Il a : {known}.' },
  },
  'query.bad-date': {
    kind: 'invalid',
    message: { en: '“{value}” is neither a date nor an instant.', fr: '« {value} » n’est ni une date ni un instant.' },
    todo: {
      en: 'Write a local date (2016-02-01) or an ISO 8601 instant with its offset (2016-02-01T08:00:00Z).',
      fr: 'Écrivez une date locale (2016-02-01) ou un instant ISO 8601 avec son décalage (2016-02-01T08:00:00Z).',
    },
  },
  'query.bad-value': {
    kind: 'invalid',
    message: {
      en: '“{value}” is not a value for “{name}”.',
      fr: '« {value} » n’est pas une valeur possible pour « {name} ».',
    },
    todo: { en: 'Expected: {known}.', fr: 'Attendu : {known}.' },
  },
  'query.basis-not-available': {
    kind: 'invalid',
    message: {
      en: 'KPI “{kpi}” cannot be put into periods by “{basis}”.',
      fr: 'L’indicateur « {kpi} » ne peut pas être daté par « {basis} ».',
    },
    todo: { en: 'It offers: {known}.', fr: 'Il propose : {known}.' },
  },
  'query.dimension-not-available': {
    kind: 'invalid',
    message: {
      en: 'KPI “{kpi}” cannot be split or filtered by “{dimension}”.',
      fr: 'L’indicateur « {kpi} » ne peut être ni réparti ni filtré par « {dimension} ».',
    },
    todo: { en: 'Its facts carry: {known}.', fr: 'Ses faits portent : {known}.' },
  },
  'query.empty-period': {
    kind: 'invalid',
    message: { en: 'The period from {from} to {to} is empty.', fr: 'La période du {from} au {to} est vide.' },
    todo: {
      en: 'Give a “from” that lies before “to”; “to” itself is not included.',
      fr: 'Donnez un début antérieur à la fin ; la fin elle-même n’est pas comprise.',
    },
  },
  'query.no-kpi': {
    kind: 'invalid',
    message: { en: 'The question names no KPI.', fr: 'La question ne cite aucun indicateur.' },
    todo: {
      en: 'Name at least one; the command “vigie kpis” lists them all.',
      fr: 'Citez-en au moins un ; la commande « vigie kpis » les donne tous.',
    },
  },
  'query.no-tickets': {
    kind: 'invalid',
    message: { en: 'KPI “{kpi}” does not count tickets.', fr: 'L’indicateur « {kpi} » ne compte pas des tickets.' },
    todo: {
      en: 'Only figures made of tickets can be opened into tickets.',
      fr: 'Seuls les chiffres issus de tickets s’ouvrent sur des tickets.',
    },
  },
  'query.too-large': {
    kind: 'too-large',
    message: { en: 'This question would give {rows} rows.', fr: 'Cette question donnerait {rows} lignes.' },
    todo: {
      en: 'Take longer buckets, fewer dimensions, a filter, or the first groups only (top).',
      fr: 'Prenez des intervalles plus longs, moins de dimensions, un filtre ou seulement les premiers groupes (top).',
    },
  },
  'query.unknown-basis': {
    kind: 'invalid',
    message: { en: 'There is no basis “{basis}”.', fr: 'La base « {basis} » n’existe pas.' },
    todo: { en: 'The bases are: {known}.', fr: 'Les bases sont : {known}.' },
  },
  'query.unknown-dimension': {
    kind: 'invalid',
    message: { en: 'There is no dimension “{dimension}”.', fr: 'La dimension « {dimension} » n’existe pas.' },
    todo: {
      en: 'Did you mean “{suggestion}”? Custom fields are written “fields.name”.',
      fr: 'Vouliez-vous dire « {suggestion} » ? Les champs personnalisés s’écrivent « fields.nom ».',
    },
  },
  'report.unknown': {
    kind: 'not-found',
    message: { en: 'There is no report “{report}”.', fr: 'Le rapport « {report} » n’existe pas.' },
    todo: {
      en: 'Did you mean “{suggestion}”? The command “vigie report --list” lists them all.',
      fr: 'Vouliez-vous dire « {suggestion} » ? La commande « vigie report --list » les donne tous.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
