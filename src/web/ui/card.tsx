import type { ReactNode } from 'react';
import classes from './card.module.css';

interface Props {
  readonly title?: ReactNode;
  readonly help?: ReactNode;
  readonly aside?: ReactNode;
  /** Lets a table run to the border. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

export function Card({ title, help, aside, flush = false, className = '', children }: Props) {
  return (
    <div className={`${classes.card} ${className}`}>
      {title !== undefined && (
        <div className={classes.head}>
          <div>
            <h2 className={classes.title}>{title}</h2>
            {help !== undefined && <p className={classes.help}>{help}</p>}
          </div>
          {aside}
        </div>
      )}
      <div className={flush ? undefined : classes.body}>{children}</div>
    </div>
  );
}
