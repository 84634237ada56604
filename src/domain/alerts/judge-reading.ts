import type { AlertCondition, AlertReading, AlertRule, AlertSide } from './alert.ts';

/** `unknown`: too few rows, or too little to compare with, so that neither alarm nor its end can be said. */
export type Judgement = 'beyond' | 'within' | 'unknown';

/** What one figure says under a rule. */
export function judgeReading({ condition, leastN }: Pick<AlertRule, 'condition' | 'leastN'>, reading: AlertReading) {
  return judge(condition, leastN, reading);
}

function judge(condition: AlertCondition, leastN: number, { figure, n, usual }: AlertReading): Judgement {
  if (figure === null || n < leastN) return 'unknown';
  if (condition.kind === 'threshold') return isBeyond(condition.side, figure, condition.line) ? 'beyond' : 'within';
  if (usual === null) return 'unknown';
  const { side } = condition;
  const low = side !== 'above' && figure < usual.low;
  const high = side !== 'below' && figure > usual.high;
  return low || high ? 'beyond' : 'within';
}

const isBeyond = (side: AlertSide, figure: number, line: number) => (side === 'above' ? figure > line : figure < line);
