import type { ReactNode } from 'react';
import classes from './states.module.css';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** What would stand here, and the button that makes it so. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className={classes.state}>
      <span className={`${classes.emptyIcon} hatched`} aria-hidden />
      <p className={classes.title}>{title}</p>
      {children !== undefined && <p className={classes.lead}>{children}</p>}
      {action !== undefined && <div className={classes.actions}>{action}</div>}
    </div>
  );
}
