import type { Dice } from './dice.ts';

const texts: readonly string[] = [
  ...['', ' ', '\0', '\u202e', '\ufeff', '😀'.repeat(40), 'é', '\ud800', 'null', 'undefined', 'NaN', 'true', '0', '-1'],
  ...[
    "' OR 1=1 --",
    "'; DROP TABLE users; --",
    '" UNION SELECT * FROM tokens --',
    "\\'); SELECT sleep(5); --",
    '`id`',
    '$1',
    '$$',
    '{workspace:String}',
    "x' AND workspace != 'y",
  ],
  ...[
    '../../../../etc/passwd',
    '..\\..\\windows',
    '/proc/self/environ',
    'file:///etc/passwd',
    '%2e%2e%2f',
    '....//....//',
  ],
  ...[
    '<script>alert(1)</script>',
    '{{7*7}}',
    `\${process.env}`,
    '%s%s%n',
    'javascript:alert(1)',
    '\r\nSet-Cookie: a=b',
  ],
  ...[
    '2026-11-02',
    '2026-02-30',
    '99999-01-01T00:00:00Z',
    '2026-11-02T09:14:05Z',
    '1970-01-01',
    '-271821-04-20',
    'Europe/Paris',
    'Mars/Base',
  ],
  ...[
    'tickets-created',
    'sla-compliance',
    'first-reply-time:p90',
    'csat.',
    'a:b:c',
    'agent',
    'fields.',
    'fields.x',
    'hour',
    'T-1',
    'default',
    'owner',
  ],
  ...['1e309', '9007199254740993', '0x10', '١٢٣', '∞', '-0', '1_000', '1,5'],
];

/** A text that has broken something somewhere. */
export function nastyText(dice: Dice): string {
  const roll = dice.next();
  if (roll < 0.03) return 'x'.repeat(dice.below(20_000));
  if (roll < 0.06) return '['.repeat(dice.below(3_000));
  if (roll < 0.1) return String.fromCharCode(...Array.from({ length: dice.below(40) }, () => dice.below(0xffff)));
  return dice.pick(texts) + (dice.chance(0.1) ? dice.pick(texts) : '');
}

const names: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'length', 'id', 'all', 'any', 'not', 'field', 'op', 'value'],
  ...[
    'kpis',
    'by',
    'from',
    'to',
    'filter',
    'role',
    'scope',
    'email',
    'password',
    'data',
    'type',
    'time',
    'subject',
    'polluted',
  ],
];

/** A value of JSON of any type, nested up to `depth` deep, at times much deeper. */
export function nastyValue(dice: Dice, depth: number): unknown {
  const roll = dice.next();
  if (depth <= 0 || roll < 0.35) return nastyText(dice);
  if (roll < 0.45) return dice.pick([null, true, false, 0, -1, 1.5, 1e21, -1e308, Number.MAX_SAFE_INTEGER + 2]);
  if (roll < 0.47) return nested(dice.below(2_000));
  if (roll < 0.7) return Array.from({ length: dice.below(5) }, () => nastyValue(dice, depth - 1));
  const entries = Array.from({ length: dice.below(5) }, () => [dice.pick(names), nastyValue(dice, depth - 1)] as const);
  return Object.fromEntries(entries);
}

function nested(depth: number): unknown {
  let value: unknown = 'deep';
  for (let at = 0; at < depth; at++) value = at % 2 === 0 ? [value] : { not: value };
  return value;
}
