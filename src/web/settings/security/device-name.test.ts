import { expect, test } from 'vitest';
import { deviceName } from './device-name.ts';

test('a device is told by its browser and its system', () => {
  const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0';
  const safari = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604.1';
  expect(deviceName(edge)).toBe('Edge, Windows');
  expect(deviceName(safari)).toBe('Safari, iPhone');
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox, Linux');
});

test('a device that does not say what it is has no name', () => {
  expect(deviceName(null)).toBeNull();
  expect(deviceName('something else')).toBeNull();
});
