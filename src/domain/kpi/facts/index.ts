import type { FactTable } from '../fact-table.ts';
import { answers } from './answers.ts';
import { clocks } from './clocks.ts';
import { holdings } from './holdings.ts';
import { incidents } from './incidents.ts';
import { ledger } from './ledger.ts';
import { messages } from './messages.ts';
import { names } from './names.ts';
import { presence } from './presence.ts';
import { replies } from './replies.ts';
import { shifts } from './shifts.ts';
import { stages } from './stages.ts';
import { subscriptions } from './subscriptions.ts';
import { tickets } from './tickets.ts';
import { work } from './work.ts';

/** Every fact table, once. */
export const factTables = {
  tickets,
  replies,
  messages,
  clocks,
  holdings,
  stages,
  answers,
  work,
  presence,
  shifts,
  subscriptions,
  ledger,
  incidents,
  names,
} as const satisfies Record<string, FactTable>;

export type FactTableName = keyof typeof factTables;
