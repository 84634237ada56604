import { parseFilter } from '../report/parse-filter.ts';
import { statusBits } from '../ticket/status.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { parseSteps } from './escalation/parse-steps.ts';
import { clockStarts, metrics, type Policy, policyKinds, type Target, type WarnAt } from './policy.ts';
import { asList, asObject, asOneOf, asSeconds, asText, badShape } from './shape.ts';

function parseSeconds(value: unknown, path: string): Readonly<Record<string, number>> {
  const entries = Object.entries(asObject(value, path));
  return Object.fromEntries(entries.map(([priority, n]) => [priority, asSeconds(n, `${path}.${priority}`)]));
}

function parseWarning(value: unknown, path: string): WarnAt {
  if (typeof value === 'number') {
    if (value > 0 && value <= 1) return value;
    throw badShape(path, '0.75');
  }
  return { remainingSeconds: asSeconds(asObject(value, path).remainingSeconds, `${path}.remainingSeconds`) };
}

function parseTarget(input: unknown, path: string): Target {
  const { id, metric, seconds, calendar, pauseOn, warnAt, startAt } = asObject(input, path);
  return {
    id: asText(id, `${path}.id`),
    metric: asOneOf(metric, metrics, `${path}.metric`),
    seconds: parseSeconds(seconds, `${path}.seconds`),
    ...(calendar !== undefined && calendar !== null && { calendar: asText(calendar, `${path}.calendar`) }),
    ...(pauseOn !== undefined && {
      pauseOn: asList(pauseOn, `${path}.pauseOn`).map((status, i) =>
        asOneOf(status, Object.keys(statusBits), `${path}.pauseOn[${i}]`),
      ),
    }),
    ...(warnAt !== undefined && {
      warnAt: asList(warnAt, `${path}.warnAt`).map((warning, i) => parseWarning(warning, `${path}.warnAt[${i}]`)),
    }),
    ...(startAt !== undefined && startAt !== null && { startAt: asOneOf(startAt, clockStarts, `${path}.startAt`) }),
  };
}

function asFlag(value: unknown, path: string): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  throw badShape(path, 'true, false');
}

function asInstantText(value: unknown, path: string): string {
  const text = asText(value, path);
  if (parseInstant(text) === null) throw badShape(path, '"2026-01-01T00:00:00Z"');
  return text;
}

/** Checks a policy in the JSON format. Throws `VigieError` with the JSON path of the first wrong value. */
export function parsePolicy(input: unknown): Policy {
  const fields = asObject(input, '$');
  const { version } = fields;
  const id = asText(fields.id, '$.id');
  const openTicketsToo = asFlag(fields.openTicketsToo, '$.openTicketsToo');
  const retired = asFlag(fields.retired, '$.retired');
  const targets = asList(fields.targets, '$.targets').map((target, i) => parseTarget(target, `$.targets[${i}]`));
  return {
    id,
    name: fields.name === undefined ? id : asText(fields.name, '$.name'),
    kind: asOneOf(fields.kind, policyKinds, '$.kind'),
    when: fields.when === undefined ? { all: [] } : parseFilter(fields.when, '$.when'),
    calendar: asText(fields.calendar, '$.calendar'),
    effectiveFrom: asInstantText(fields.effectiveFrom, '$.effectiveFrom'),
    ...(openTicketsToo !== undefined && { openTicketsToo }),
    ...(retired !== undefined && { retired }),
    ...(version !== undefined && { version: asSeconds(version, '$.version') }),
    targets,
    ...(fields.steps !== undefined && { steps: parseSteps(fields.steps, targets, '$.steps') }),
  };
}
