import type { SingleBar } from 'cli-progress';
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
  const options = {
    stream: cli.io.stderr as NodeJS.WriteStream,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: Math.max(10, Math.min(30, cli.io.columns - 60)),
    clearOnComplete: true,
    hideCursor: false,
    gracefulExit: false,
    // A terminal that is left by Ctrl-C is left as it was.
    linewrap: true,
  };
  let bar: SingleBar | null = null;
  return {
    update(done, total, said) {
      const payload = { said: said ?? `${count(done)}${total === null ? '' : ` / ${count(total)}`}` };
      if (!bar) {
        // Without a total there is nothing to fill.
        const format = total === null ? `${title} {said}` : `${title} {bar} {percentage} %  {said}`;
        bar = new bars.SingleBar({ ...options, format });
        bar.start(total ?? 1, 0, payload);
      }
      if (total !== null) bar.setTotal(total);
      bar.update(total === null ? 0 : done, payload);
    },
    end() {
      bar?.stop();
      bar = null;
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
