import { decodeJournal } from '#analytics/native/read-journal.ts';
import { compileRules } from '#domain/sla/compile-rules.ts';
import type { FoldRules } from '#domain/sla/rules.ts';
import { WhatIfComparison } from '#domain/sla/what-if/compare-ticket.ts';
import type { TaskInput, TaskOutput } from './tasks.ts';

let sets: { readonly before: FoldRules; readonly after: FoldRules } | null = null;

export function setComparedRules({ before, after }: TaskInput<'what-if-rules'>): null {
  sets = { before: compileRules(before), after: compileRules(after) };
  return null;
}

/** Folds the tickets of one range of the journal under both sets of policies; nothing is written. */
export function compareRange({ rows, period }: TaskInput<'what-if'>): TaskOutput<'what-if'> {
  if (sets === null) throw new Error('a thread was asked to compare before it was given the rules');
  const comparison = new WhatIfComparison(sets, period);
  for (const { key, events } of decodeJournal(rows)) {
    try {
      comparison.add(key, events);
    } catch {
      comparison.fail();
    }
  }
  return { figures: comparison.figures, changed: comparison.changed };
}
