import { expect, test } from 'vitest';
import { drawSpans } from './draw-spans.ts';
import type { Span } from './words.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour)).toISOString();
const span = (from: number, to: number, kind: Span['kind']): Span => ({
  from: at(from),
  to: at(to),
  kind,
  reason: null,
  seconds: kind === 'counted' ? (to - from) * 3600 : 0,
  holder: null,
});

test('a bar is true to real time, and shows what lies beyond the target', () => {
  const spans = [span(0, 2, 'counted'), span(2, 6, 'closed'), span(6, 8, 'counted'), span(8, 10, 'paused')];
  expect(drawSpans(spans, 3 * 3600, 10)).toBe('▓▓░░░░▓█░░');
  expect(drawSpans(spans, 36_000, 10)).toBe('▓▓░░░░▓▓░░');
});

test('a clock without a life has no bar', () => {
  expect(drawSpans([], 60, 10)).toBe('');
  expect(drawSpans([span(1, 1, 'counted')], 60, 10)).toBe('░');
});
