import { common } from './common.ts';
import { firstRun } from './first-run.ts';
import { overview } from './overview.ts';
import { period } from './period.ts';
import { proof } from './proof.ts';
import { report } from './report.ts';
import { source } from './source.ts';
import { target } from './target.ts';
import { ticket } from './ticket.ts';
import { vocabulary } from './vocabulary.ts';

export const catalogue = {
  common,
  firstRun,
  overview,
  period,
  proof,
  report,
  source,
  target,
  ticket,
  vocabulary,
} as const;
