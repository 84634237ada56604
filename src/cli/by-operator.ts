import type { By } from '#app/audit/record-audit.ts';

/** Whoever uses the command line on the machine. */
export const byOperator: By = { actor: { kind: 'operator' }, address: null };
