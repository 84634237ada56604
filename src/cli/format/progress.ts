import type { Cli } from '../cli.ts';
import { formatDuration, formatNumber } from './figures.ts';

/** How far something is. Nothing is shown unless somebody looks at a terminal. */
export interface Progress {
  /** `said` is what else is known: a rate, the time left. */
  update(done: number, total: number | null, said?: string): void;
  end(): void;
}

const silent: Progress = { update: () => {}, end: () => {} };

export async function showProgress(cli: Cli, title: string): Promise<Progress> {
  if (!cli.io.tty.stderr) return silent;
  const { default: bars } = await import('cli-progress');
  const count = (value: number) => formatNumber(value, cli.language, 0);
  const bar = new bars.SingleBar({
    stream: cli.io.stderr as NodeJS.WriteStream,
    format: `${title} {bar} {percentage} %  {said}`,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: Math.max(10, Math.min(30, cli.io.columns - 60)),
    clearOnComplete: true,
    hideCursor: false,
    gracefulExit: false,
  });
  let started = false;
  return {
    update(done, total, said) {
      const payload = { said: said ?? `${count(done)}${total === null ? '' : ` / ${count(total)}`}` };
      if (!started) bar.start(total ?? 0, done, payload);
      started = true;
      if (total !== null) bar.setTotal(total);
      bar.update(done, payload);
    },
    end() {
      if (started) bar.stop();
      started = false;
    },
  };
}

/** A rate and the time left, for people. */
export function describeRate(cli: Cli, rate: number, secondsLeft: number | null): string {
  const speed = `${formatNumber(rate, cli.language, 0)}/s`;
  if (secondsLeft === null) return speed;
  const left = formatDuration(secondsLeft, cli.language);
  return `${speed} · ${cli.text({ en: `${left} left`, fr: `encore ${left}` })}`;
}
