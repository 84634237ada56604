import { expect, test } from 'vitest';
import { timelineScale } from './timeline-scale.ts';

const spans = [
  { from: 0, to: 100, counted: true },
  { from: 100, to: 10_000, counted: false },
  { from: 10_000, to: 10_050, counted: true },
];

test('spans fill the width, in order and without gaps', () => {
  const { pieces } = timelineScale(spans, 600);
  expect(pieces[0]?.x).toBe(0);
  for (let index = 1; index < pieces.length; index++) {
    const before = pieces[index - 1];
    expect(pieces[index]?.x).toBeCloseTo((before?.x ?? 0) + (before?.width ?? 0));
  }
  const last = pieces.at(-1);
  expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(600);
});

test('no span is too narrow to see, however short', () => {
  const { pieces } = timelineScale([...spans, { from: 10_050, to: 10_050, counted: true }], 600);
  for (const { width } of pieces) expect(width).toBeGreaterThanOrEqual(10);
});

test('an instant lies inside its span, and outside all spans at an edge', () => {
  const { at, pieces } = timelineScale(spans, 600);
  expect(at(50)).toBeCloseTo((pieces[0]?.width ?? 0) / 2);
  expect(at(-1)).toBe(0);
  expect(at(99_999)).toBeCloseTo(600);
});
