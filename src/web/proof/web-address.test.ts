import { expect, test } from 'vitest';
import { webAddress } from './web-address.ts';

test('an address of the web is followed', () => {
  expect(webAddress('https://desk.example/tickets/7?a=1#b')).toBe('https://desk.example/tickets/7?a=1#b');
  expect(webAddress('HTTP://desk.example')).toBe('http://desk.example/');
});

test.each([
  'javascript:alert(1)',
  ' java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//desk.example/7',
  '/settings',
  'not an address',
  '',
])('what is no address of the web is not: %j', (text) => {
  expect(webAddress(text)).toBeNull();
});

test('no address is none', () => {
  expect(webAddress(null)).toBeNull();
});
