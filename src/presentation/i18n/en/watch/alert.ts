/** KPI alerts: their page, and what messages say of them. */
export const alert = {
  title: 'Alerts',
  lead: 'Vigie looks at these figures every minute and says once when one leaves its bounds.',
  hours_one: 'the last hour',
  hours_other: 'the last {{count}} hours',
  days_one: 'today so far',
  days_other: 'the last {{count}} days',
  band: '{{low}} to {{high}}',
  sides: { above: 'above {{line}}', below: 'below {{line}}' },
  unusual: { above: 'unusually high', below: 'unusually low', either: 'unusual' },
  everything: 'Whole workspace',
  messageTitle: 'Alert: {{title}}',
  line: {
    begun: '{{who}}: {{value}} over {{window}} (n = {{n}}), beyond {{bound}}',
    unusual: '{{who}}: {{value}} over {{window}} (n = {{n}}); usual in the last 8 weeks: {{bound}}',
    over: '{{who}}: back within bounds at {{value}} over {{window}} (n = {{n}})',
  },
  more_one: '{{count}} more is in the log.',
  more_other: '{{count}} more are in the log.',
  openLog: 'Open the log',
};
