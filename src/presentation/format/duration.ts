import type { Language } from '#domain/error.ts';
import { formatCount } from './number.ts';

const space = '\u00a0';
const two = (value: number) => String(value).padStart(2, '0');

/**
 * A duration as people say it: `42 s`, `42 min`, `3 h 12`, and in calendar time `5 d 3 h`. Business time stays in hours,
 * since a working day is not 24 of them.
 */
export function formatDuration(
  language: Language,
  seconds: number,
  time: 'business' | 'calendar' = 'business',
): string {
  if (seconds < 0) return `−${formatDuration(language, -seconds, time)}`;
  if (seconds < 60) return `${Math.round(seconds)}${space}s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes}${space}min`;
  const hours = Math.floor(minutes / 60);
  if (time === 'calendar' && hours >= 48) return formatDays(language, hours);
  if (hours >= 100) return `${formatCount(language, Math.round(minutes / 60))}${space}h`;
  return minutes % 60 === 0 ? `${hours}${space}h` : `${hours}${space}h${space}${two(minutes % 60)}`;
}

function formatDays(language: Language, hours: number): string {
  const day = language === 'fr' ? 'j' : 'd';
  const days = Math.floor(hours / 24);
  const rest = hours % 24;
  if (days >= 30 || rest === 0) return `${formatCount(language, Math.round(hours / 24))}${space}${day}`;
  return `${days}${space}${day} ${rest}${space}h`;
}

/** To the second, for proofs: `3 h 12 min 05 s`. */
export function formatExactDuration(language: Language, seconds: number): string {
  const rest = Math.abs(Math.round(seconds));
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest % 3600) / 60);
  const parts: string[] = [];
  if (hours > 0) parts.push(`${formatCount(language, hours)}${space}h`);
  if (minutes > 0) parts.push(`${hours > 0 ? two(minutes) : minutes}${space}min`);
  if (rest % 60 > 0 || parts.length === 0) parts.push(`${parts.length > 0 ? two(rest % 60) : rest % 60}${space}s`);
  return `${seconds < 0 ? '−' : ''}${parts.join(' ')}`;
}
