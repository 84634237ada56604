import { dayMs } from '../civil.ts';

/**
 * A time of day as people type it, `9`, `9h30`, `09.30`, `930`, as `HH:MM` or `HH:MM:SS`, up to `24:00`; null when it is none.
 */
export function readTimeText(text: string): string | null {
  const plain = text.trim().toLowerCase().replaceAll(/\s+/g, '');
  const match = /^(\d{1,2})(?:[:h.](\d{2})?(?:[:](\d{2}))?)?$/.exec(plain) ?? /^(\d{1,2})(\d{2})$/.exec(plain);
  if (match === null) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const ms = ((hour * 60 + minute) * 60 + second) * 1000;
  return minute < 60 && second < 60 && ms <= dayMs ? formatTimeText(ms) : null;
}

/** Milliseconds since local midnight as `HH:MM`, with seconds where there are some; a whole day is `24:00`. */
export function formatTimeText(ms: number): string {
  const seconds = Math.round(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = parts[2] === 0 ? parts.slice(0, 2) : parts;
  return shown.map((part) => String(part).padStart(2, '0')).join(':');
}
