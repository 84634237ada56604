import { canBeReadTogether, planReadings, type Reading } from '#domain/report/scan/read-together.ts';
import type { Scan, ScanRow } from '#domain/report/scan/scan.ts';
import type { Analytics } from '../client.ts';
import type { ScanOptions } from './compile-scan.ts';
import { runScan } from './run-scan.ts';

/** How long a scan waits for others of the same rows: so far apart come the questions of one page. */
const WAIT_MS = 8;

interface Asked {
  readonly scan: Scan;
  answer(rows: readonly ScanRow[]): void;
  fail(error: unknown): void;
}

/** What waits, by store and by what else must be the same: the workspace, the instant of the question, the excuses. */
const waiting = new WeakMap<Analytics, Map<string, Asked[]>>();

/** Runs a scan, in one reading with others that ask for the same rows at about the same time. */
export function runScanTogether(
  analytics: Analytics,
  workspace: string,
  scan: Scan,
  options: ScanOptions,
): Promise<readonly ScanRow[]> {
  if (!canBeReadTogether(scan)) return runScan(analytics, workspace, scan, options);
  const places = waiting.get(analytics) ?? new Map<string, Asked[]>();
  waiting.set(analytics, places);
  const place = JSON.stringify([workspace, options.now, options.excuses ?? []]);
  return new Promise((answer, fail) => {
    const asked = { scan, answer, fail };
    const others = places.get(place);
    if (others) {
      others.push(asked);
      return;
    }
    const together = [asked];
    places.set(place, together);
    setTimeout(() => {
      places.delete(place);
      const run = (one: Scan) => runScan(analytics, workspace, one, options);
      for (const reading of planReadings(together.map((one) => one.scan))) read(reading, together, run);
    }, WAIT_MS);
  });
}

function read({ scan, answers }: Reading, together: readonly Asked[], run: (scan: Scan) => Promise<ScanRow[]>): void {
  const found = new Map(answers.map(({ asked, rowsOf }) => [asked, rowsOf]));
  const mine = together.map((asked) => ({ asked, rowsOf: found.get(asked.scan) }));
  run(scan).then(
    (rows) => {
      for (const { asked, rowsOf } of mine) if (rowsOf) asked.answer(rowsOf(rows));
    },
    (error: unknown) => {
      for (const { asked, rowsOf } of mine) if (rowsOf) asked.fail(error);
    },
  );
}
