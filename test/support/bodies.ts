/** A table with a row that cannot be read, and how it is read. */
export const csv = 'key,created,solved,channel\nC-1,2026-01-05 09:00,2026-01-05 10:00,email\nC-2,nonsense,,email\n';
export const mapping = JSON.stringify({
  shape: 'tickets',
  timeZone: 'Europe/Paris',
  timeFormat: 'yyyy-MM-dd HH:mm',
  columns: { key: 'ticket', created: 'createdAt', solved: 'solvedAt', channel: 'channel' },
});
