import { describe, expect, test } from 'vitest';
import type { Event } from '#domain/ticket/event.ts';
import { eventTypes } from '#domain/ticket/event.ts';
import { parseEvent } from '#domain/ticket/parse-event.ts';
import { generateMarketplace } from './index.ts';
import { Random } from './random.ts';

const year = [...generateMarketplace({ tickets: 3000, seed: 1 })];
const ofTickets = year.filter(({ type }) => type.startsWith('ticket.') || type.startsWith('survey.'));
const created = ofTickets.filter(({ type }) => type === 'ticket.created');

function asCloudEvent({ id, source, type, at, key, data }: Event): unknown {
  return { specversion: '1.0', id, source, type, time: new Date(at).toISOString(), subject: key, data };
}

describe('the generated marketplace', () => {
  test('the same seed gives the same events, another seed gives others', () => {
    const small = (seed: number) => [...generateMarketplace({ tickets: 100, seed })];
    expect(small(7)).toEqual(small(7));
    expect(small(7)).not.toEqual(small(8));
  });

  test('every event is a good one, stands once, and lies within the year', () => {
    for (const event of year) expect(parseEvent(asCloudEvent(event))).toEqual({ event });
    expect(new Set(year.map(({ id }) => id)).size).toBe(year.length);
    const [from, to] = [Date.parse('2025-01-01T00:00+01:00'), Date.parse('2026-01-01T00:00+01:00')];
    expect(year.filter(({ at }) => at < from || at >= to)).toEqual([]);
  });

  test('as many tickets as asked, some eight events each, in the order of their creation', () => {
    expect(created).toHaveLength(3000);
    expect(ofTickets.length / created.length).toBeGreaterThan(7);
    expect(ofTickets.length / created.length).toBeLessThan(9);
    for (let i = 1; i < created.length; i++) {
      expect((created[i] as Event).at).toBeGreaterThanOrEqual((created[i - 1] as Event).at);
    }
  });

  test('every type of event is told', () => {
    const told = new Set(year.map(({ type }) => type));
    expect(eventTypes.filter((type) => !told.has(type))).toEqual([]);
  });

  test('every ticket says that it is generated', () => {
    expect(created.every(({ data }) => data.fields?.generated === true)).toBe(true);
    expect(new Set(year.map(({ source }) => source))).toEqual(new Set(['sample/marketplace']));
  });

  test('December is busier than August, Monday than Sunday, morning than night', () => {
    const count = (is: (date: Date) => boolean) => created.filter(({ at }) => is(new Date(at))).length;
    expect(count((date) => date.getUTCMonth() === 11)).toBeGreaterThan(1.5 * count((date) => date.getUTCMonth() === 7));
    expect(count((date) => date.getUTCDay() === 1)).toBeGreaterThan(1.5 * count((date) => date.getUTCDay() === 0));
    expect(count((date) => date.getUTCHours() === 9)).toBeGreaterThan(5 * count((date) => date.getUTCHours() === 2));
  });

  test('agents answer only within their planned hours', () => {
    const shifts = new Map<string, [number, number][]>();
    for (const { type, key, data } of year) {
      if (type !== 'agent.shift') continue;
      const span: [number, number] = [Date.parse(data.from as string), Date.parse(data.to as string)];
      shifts.set(key, [...(shifts.get(key) ?? []), span]);
    }
    const replies = year.filter(
      ({ data }) => data.direction === 'outbound' && data.actor?.kind === 'agent' && data.public,
    );
    const outside = replies.filter(({ at, data }) => {
      const spans = shifts.get(data.actor?.id ?? '') ?? [];
      return (
        data.channel !== 'chat' && data.channel !== 'phone' && !spans.some(([from, to]) => at >= from - 1000 && at < to)
      );
    });
    expect(outside).toEqual([]);
  });

  test('the numbers behind it are even', () => {
    const random = new Random(42);
    const sum = Array.from({ length: 100_000 }, () => random.unit()).reduce((total, unit) => total + unit, 0);
    expect(sum / 100_000).toBeCloseTo(0.5, 2);
  });
});
