import fc from 'fast-check';
import { expect, test } from 'vitest';
import { notificationKinds, notificationKindTexts } from './notification-kinds.ts';
import { notificationMessages } from './notification-messages.ts';
import { leavesAt, usualPreferences, waysOf } from './notification-preferences.ts';

const night = { from: '22:00', to: '07:30', timeZone: 'Europe/Paris' };

test('a mail of the night leaves when the quiet hours end, one of the day at once', () => {
  const late = Date.parse('2026-01-10T21:30:00Z');
  expect(leavesAt(night, late)).toBe(Date.parse('2026-01-11T06:30:00Z'));
  expect(leavesAt(night, Date.parse('2026-01-11T02:00:00Z'))).toBe(Date.parse('2026-01-11T06:30:00Z'));
  const morning = Date.parse('2026-01-11T06:30:00Z');
  expect(leavesAt(night, morning)).toBe(morning);
  expect(leavesAt(null, late)).toBe(late);
});

test('quiet hours end at the local time, also in the night in which the clock jumps', () => {
  const jump = { from: '22:00', to: '02:30', timeZone: 'Europe/Paris' };
  expect(leavesAt(jump, Date.parse('2026-03-29T00:45:00Z'))).toBe(Date.parse('2026-03-29T01:00:00Z'));
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

test('a mail never leaves before its instant, within quiet hours, or more than a day and an hour late', () => {
  fc.assert(
    fc.property(
      fc.record({
        from: time,
        to: time,
        timeZone: fc.constantFrom('Europe/Paris', 'Asia/Kolkata', 'America/New_York'),
      }),
      fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) }),
      (quiet, now) => {
        const at = leavesAt(quiet, now);
        expect(at).toBeGreaterThanOrEqual(now);
        expect(at - now).toBeLessThanOrEqual(25 * 3_600_000);
        expect(leavesAt(quiet.from === quiet.to ? null : quiet, at)).toBe(at);
      },
    ),
  );
});

test('a member who never chose is told everything on screen, and by mail but for exports', () => {
  for (const kind of notificationKinds) {
    const mail = kind !== 'export-ready';
    expect(waysOf(usualPreferences, kind, false)).toEqual({ inApp: true, mail, push: false });
  }
  const chosen = { ...usualPreferences, ways: { mention: { inApp: true, mail: false } } };
  expect(waysOf(chosen, 'mention', false).mail).toBe(false);
});

test('a device that is added is told what the screen is told, until its member chooses otherwise', () => {
  const ways = {
    mention: { inApp: false, mail: true },
    reply: { inApp: true, mail: true, push: false },
    coaching: { inApp: false, mail: false, push: true },
  };
  const chosen = { ...usualPreferences, ways };
  const told = (hasDevice: boolean) =>
    (['sla-breach', 'mention', 'reply', 'coaching'] as const).map((kind) => waysOf(chosen, kind, hasDevice).push);
  expect(told(true)).toEqual([true, false, false, true]);
  expect(told(false)).toEqual([false, false, false, false]);
});

test('every kind has a message, and both languages of a message fill the same placeholders', () => {
  const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  const messages = Object.values(notificationMessages);
  expect(new Set(messages.map(({ kind }) => kind))).toEqual(new Set(Object.keys(notificationKindTexts)));
  for (const { text } of messages) expect(placeholders(text.fr)).toEqual(placeholders(text.en));
});
