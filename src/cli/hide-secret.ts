const secretName = /secret|password|token|key$/i;
const address = /^(\w+:\/\/)/;

/** The value of a setting as it may be shown: what lets somebody in is left out, wherever in an address it stands. */
export function hideSecret(name: string, value: string): string {
  if (secretName.test(name)) return '…';
  const scheme = address.exec(value)?.[1];
  if (scheme === undefined) return value;
  if (!URL.canParse(value)) return `${scheme}…`;
  const { username, password, host, pathname, searchParams } = new URL(value);
  const login = password === '' ? username : `${username}:…`;
  const options = [...searchParams].map(([key, option]) => `${key}=${secretName.test(key) ? '…' : option}`);
  const query = options.length === 0 ? '' : `?${options.join('&')}`;
  return `${scheme}${login === '' ? '' : `${login}@`}${host}${pathname}${query}`;
}
