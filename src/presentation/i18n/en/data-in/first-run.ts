export const firstRun = {
  title: 'See who keeps the service levels, with proof',
  lead: 'Vigie turns the history of a helpdesk into clocks, figures and reports. Every figure opens the tickets behind it, and every ticket its proof.',
  samples: 'Start with a sample',
  load: 'Load this sample',
  observed: 'Real data',
  generated: 'Generated data',
  tickets_one: '{{n}} ticket',
  tickets_other: '{{n}} tickets',
  own: 'Or use your own data',
  ownLead:
    'A CSV or NDJSON file, also gzipped or zipped. You see the columns and confirm their meaning before anything is read in.',
  choose: 'Import a file',
  nothingYet: 'No data here yet',
  nothingYetLead: 'An owner or admin brings in the history of your helpdesk. The overview then stands here.',
  staysHere: 'The data stays on this machine.',
} as const;
