export interface Verdict {
  /** False: the registry could not be asked, so nothing is known. */
  readonly ran: boolean;
  readonly passed: boolean;
  /** One line for people. */
  readonly text: string;
}

interface Found {
  readonly severity: string;
  readonly range?: string;
}

const grave = ['high', 'critical'];

/** What `npm audit --json` says. An answer that is no report means that it did not run: never that it passed. */
export function judgeAudit(output: string): Verdict {
  const report = parse(output);
  const found = report?.vulnerabilities;
  if (!isObject(found) || !isObject(report?.metadata)) {
    const reason = typeof report?.message === 'string' ? report.message : 'no report came back';
    return { ran: false, passed: false, text: `The vulnerability audit did not run: ${reason.split('\n', 1)[0]}` };
  }
  const all = Object.entries(found as Record<string, Found>);
  const bad = all.filter(([, { severity }]) => grave.includes(severity));
  if (bad.length === 0) {
    return { ran: true, passed: true, text: `No high or critical vulnerability is known; lesser ones: ${all.length}.` };
  }
  const names = bad.map(([name, { severity, range = '' }]) => `${name} ${range} (${severity})`);
  return { ran: true, passed: false, text: `Known vulnerabilities: ${names.join(', ')}` };
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
