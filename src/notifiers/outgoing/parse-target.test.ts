import { expect, test } from 'vitest';
import { VigieError } from '#domain/error.ts';
import { parseTarget } from './parse-target.ts';

function codeOf(text: string, allowPrivate = false): string {
  try {
    parseTarget(text, allowPrivate);
    return 'allowed';
  } catch (error) {
    return (error as VigieError).code;
  }
}

test.each([
  ['decimal', 'https://2130706433/'],
  ['hexadecimal', 'https://0x7f000001/'],
  ['octal', 'https://0177.0.0.1/'],
  ['mixed', 'https://0x7f.1/'],
  ['short', 'https://127.1/'],
  ['nought', 'https://0/'],
  ['with a dot at its end', 'https://127.0.0.1./'],
  ['in circled digits', 'https://①②⑦.⓪.⓪.①/'],
  ['in wide digits', 'https://１２７.0.0.1/'],
  ['escaped', 'https://127.0.0.%31/'],
  ['mapped into IPv6', 'https://[::ffff:127.0.0.1]/'],
  ['mapped into IPv6 in hexadecimal', 'https://[0:0:0:0:0:FFFF:7F00:0001]/'],
  ['through NAT64', 'https://[64:ff9b::7f00:1]/'],
  ['as metadata', 'https://169.254.169.254/latest/meta-data/'],
  ['as metadata in decimal', 'https://2852039166/'],
  ['as metadata by IPv6', 'https://[fd00:EC2::254]/'],
  ['behind backslashes', 'https:\\\\10.0.0.1\\x'],
  ['behind tabs and line ends', 'https://10.0\n.0\t.1/'],
])('an address of a private network is seen however it is spelled: %s', (_, url) => {
  expect(codeOf(url)).toBe('outgoing.address-refused');
});

test.each(['', 'example.org/x', 'https://', 'https://[fe80::1%25eth0]/', 'https://h:65536/', 'https://256.1.1.1/'])(
  'what is no address of a server is refused as such (%s)',
  (url) => {
    expect(codeOf(url)).toBe('outgoing.bad-url');
  },
);

test.each(['ftp://example.org/', 'file:///etc/passwd', 'gopher://127.0.0.1:25/', 'javascript:alert(1)', 'data:,x'])(
  'only https is spoken, whatever the setting (%s)',
  (url) => {
    expect([codeOf(url), codeOf(url, true)]).toEqual(['outgoing.scheme-refused', 'outgoing.scheme-refused']);
  },
);

test('http is spoken only where private networks are allowed', () => {
  expect(codeOf('HTTP://hooks.example.org/')).toBe('outgoing.scheme-refused');
  expect(codeOf('HTTP://127.0.0.1:8080/', true)).toBe('allowed');
});

test('a user name or a password in an address is refused', () => {
  for (const url of ['https://lea@example.org/', 'https://:secret@example.org/', 'https://example.org@10.0.0.1/']) {
    expect(codeOf(url), url).toBe('outgoing.login-in-url');
  }
});

test('ports below 1024 are refused but for 80 and 443', () => {
  for (const port of [0, 22, 25, 1023]) {
    expect(codeOf(`https://example.org:${port}/`, true), String(port)).toBe('outgoing.port-refused');
  }
  for (const port of [80, 443, 1024, 8443])
    expect(codeOf(`https://example.org:${port}/`), String(port)).toBe('allowed');
});

test('a name is brought into one form: small letters, IDN in ASCII, no dot at its end', () => {
  expect(parseTarget('https://Exämple.ORG./x?y=1', false)).toMatchObject({ host: 'xn--exmple-cua.org', port: 443 });
});

test('a refusal repeats nothing of an address but its host', () => {
  for (const url of [
    'https://10.0.0.1/T0/s3cret',
    'https://lea:s3cret@example.org/',
    'https://example.org:22/s3cret',
  ]) {
    try {
      parseTarget(url, false);
      expect.unreachable();
    } catch (error) {
      if (!(error instanceof VigieError)) throw error;
      expect(JSON.stringify([error.message, error.params, error.cause])).not.toContain('s3cret');
    }
  }
});
