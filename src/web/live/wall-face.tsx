import type { ReactNode } from 'react';
import { useFormat } from '../format/use-format.ts';
import type { Wall } from './use-wall.ts';
import classes from './wall.module.css';
import type { WallAge } from './wall-age.ts';
import { WallStanding } from './wall-standing.tsx';
import { type Layout, WallView } from './wall-view.tsx';

interface Props {
  readonly title: string;
  readonly layout: Layout;
  readonly wall: Wall | undefined;
  readonly age: WallAge | null;
  /** The clock of this screen, epoch ms. */
  readonly now: number;
  /** Whether somebody is at the screen: else the pointer is not shown. */
  readonly stirred: boolean;
  readonly as: 'h1' | 'h2';
  readonly children?: ReactNode;
}

/** The wall as it fills a screen: what it is, how old, the time of day, and its panels. */
export function WallFace({ title, layout, wall, age, now, stirred, as: Heading, children }: Props) {
  const { language } = useFormat();
  const zone = wall === undefined ? {} : { timeZone: wall.timeZone };
  const time = new Intl.DateTimeFormat(language, { ...zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return (
    // Focused itself, so that no control has the focus and stays in sight.
    <div className={classes.screen} data-idle={!stirred || undefined} tabIndex={-1} data-autofocus>
      <div className={classes.screenHead}>
        <Heading>{title}</Heading>
        {wall !== undefined && age !== null && <WallStanding wall={wall} age={age} />}
        <time className="figures">{time.format(now)}</time>
      </div>
      {wall !== undefined && <WallView {...{ wall, layout, age }} onScreen />}
      {children}
    </div>
  );
}
