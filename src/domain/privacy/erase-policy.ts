import type { Condition, Filter } from '../report/filter.ts';
import type { Policy } from '../sla/policy.ts';
import { canonicalField } from './asked-fields.ts';

type Value = Condition['value'];

function eraseCondition(condition: Condition, customer: string, pseudonym: string): Condition {
  const { field, op, value } = condition;
  if (canonicalField(field) !== 'customer' || (op !== 'is' && op !== 'in')) return condition;
  const erased = (one: string | number | boolean | null) => (String(one) === customer ? pseudonym : one);
  const kept = Array.isArray(value) ? value.map(erased) : value === undefined ? value : erased(value as string);
  return { ...condition, value: kept as Value & {} };
}

/** A filter that asks for the pseudonym wherever it asked for the customer's id. */
export function eraseFromFilter(filter: Filter, customer: string, pseudonym: string): Filter {
  const erase = (part: Filter) => eraseFromFilter(part, customer, pseudonym);
  if ('all' in filter) return { all: filter.all.map(erase) };
  if ('any' in filter) return { any: filter.any.map(erase) };
  if ('not' in filter) return { not: erase(filter.not) };
  return eraseCondition(filter, customer, pseudonym);
}

/** A policy made for one customer goes on for the pseudonym, so that their tickets keep their clocks. */
export function eraseFromPolicy(policy: Policy, customer: string, pseudonym: string): Policy {
  return { ...policy, when: eraseFromFilter(policy.when, customer, pseudonym) };
}
