import { expect, test } from 'vitest';
import { contrast, toHex } from './oklch.ts';
import { seriesColors, type TokenName, tokens } from './tokens.ts';

const schemes = ['light', 'dark'] as const;
const onSurface: TokenName[] = ['text', 'muted', 'faint', 'accent', 'met', 'risk', 'breached', 'paused', 'none'];

test.for(schemes)('in the %s theme every text colour reads on surface, page, sunken and hover', (scheme) => {
  for (const name of onSurface) {
    for (const ground of ['surface', 'page', 'sunken'] as const) {
      const ratio = contrast(tokens[scheme][name], tokens[scheme][ground]);
      expect(ratio, `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(tokens[scheme].muted, tokens[scheme].hover)).toBeGreaterThanOrEqual(4.5);
});

test.for(schemes)('in the %s theme a meaning reads on its own soft ground', (scheme) => {
  for (const name of ['met', 'risk', 'breached', 'paused', 'accent'] as const) {
    expect(contrast(tokens[scheme][name], tokens[scheme][`${name}Soft`]), name).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens[scheme].text, tokens[scheme][`${name}Soft`]), `text on ${name}`).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(tokens[scheme].onAccent, tokens[scheme].accent)).toBeGreaterThanOrEqual(4.5);
});

test.for(schemes)('in the %s theme the border of a control stands out from its ground', (scheme) => {
  expect(contrast(tokens[scheme].control, tokens[scheme].surface)).toBeGreaterThanOrEqual(3);
});

test.for(schemes)('in the %s theme an area of a meaning stands out from its ground', (scheme) => {
  for (const name of ['metFill', 'riskFill', 'breachedFill'] as const) {
    expect(contrast(tokens[scheme][name], tokens[scheme].surface), name).toBeGreaterThanOrEqual(3);
  }
});

test.for(schemes)('in the %s theme neighbouring series differ in lightness', (scheme) => {
  const lightness = seriesColors[scheme].map(([value]) => value);
  for (let index = 1; index < lightness.length; index++) {
    expect(Math.abs((lightness[index] ?? 0) - (lightness[index - 1] ?? 0))).toBeGreaterThanOrEqual(0.05);
  }
});

test('white is #ffffff and black #000000', () => {
  expect(toHex([1, 0, 0])).toBe('#ffffff');
  expect(toHex([0, 0, 0])).toBe('#000000');
});
