const formats = new Map<string, Intl.DateTimeFormat>();

/** An instant on the wall clock of a zone: `2016-02-29 01:16`, with seconds where there are some. */
export function formatLocalTime(instant: string, timeZone: string): string {
  const known =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timeZone, known);
  const part = Object.fromEntries(known.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const seconds = part.second === '00' ? '' : `:${part.second}`;
  return `${part.year}-${part.month}-${part.day} ${part.hour}:${part.minute}${seconds}`;
}
