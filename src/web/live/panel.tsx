import type { ReactNode } from 'react';
import classes from './wall.module.css';

interface Props {
  readonly title: string;
  /** Its place in the grid of a layout. */
  readonly area: 'chats' | 'resources' | 'activity' | 'queue' | 'breaches' | 'word';
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of the wall. */
export function Panel({ title, area, aside, children }: Props) {
  return (
    <section className={classes.panel} style={{ gridArea: area }} aria-label={title}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
