import { column, type Expression, isKnown, or } from '../expression.ts';
import { defineKpi, measured } from '../kpi.ts';
import { distinct, minus, ratio, type Source } from '../measure.ts';
import { began, subscribedAt } from '../subscribed.ts';

const customer = column('customer');

const customers = (own: Source, where: Expression) => distinct(own, customer, where);
const atStart = (own: Source) => customers(own, subscribedAt('start'));
const atEnd = (own: Source) => customers(own, subscribedAt('end'));
const atEither = (own: Source) => customers(own, or(subscribedAt('start'), subscribedAt('end')));
const lost = (own: Source) => minus(atEither(own), atEnd(own));
const gained = (own: Source) => minus(atEither(own), atStart(own));

export const churnRate = defineKpi({
  id: 'churn-rate',
  version: 1,
  label: { en: 'Churn', fr: 'Attrition' },
  help: {
    en: 'Customers at the start who left by the end ÷ customers at the start; new ones never offset.',
    fr: 'Clients du début partis avant la fin ÷ clients du début ; les nouveaux ne compensent jamais.',
  },
  unit: 'share',
  better: 'lower',
  table: 'subscriptions',
  bases: [{ basis: null, placement: { kind: 'span', from: began, to: column('endedAt') } }],
  population: {
    where: [isKnown(column('customer'))],
    text: { en: 'Customers with a subscription', fr: 'Clients ayant un abonnement' },
  },
  namedByVariant: true,
  variants: {
    rate: {
      label: { en: 'Rate', fr: 'Taux' },
      help: { en: 'Lost ÷ at the start.', fr: 'Perdus ÷ au début.' },
      figure: measured((own) => ratio(lost(own), atStart(own))),
    },
    'at-start': {
      label: { en: 'Customers at start', fr: 'Clients au début' },
      help: { en: 'Customers subscribed at the start.', fr: 'Clients abonnés au début.' },
      unit: 'count',
      better: 'higher',
      figure: measured(atStart),
    },
    lost: {
      label: { en: 'Lost customers', fr: 'Clients perdus' },
      help: { en: 'There at the start, gone at the end.', fr: 'Présents au début, partis à la fin.' },
      unit: 'count',
      figure: measured(lost, atStart),
    },
    new: {
      label: { en: 'New customers', fr: 'Nouveaux clients' },
      help: { en: 'Not there at the start, there at the end.', fr: 'Absents au début, présents à la fin.' },
      unit: 'count',
      better: 'higher',
      figure: measured(gained, atEnd),
    },
    net: {
      label: { en: 'Net change', fr: 'Variation nette' },
      help: { en: 'New less lost customers.', fr: 'Nouveaux clients moins clients perdus.' },
      unit: 'count',
      better: 'higher',
      figure: measured((own) => minus(atEnd(own), atStart(own)), atStart),
    },
  },
});
