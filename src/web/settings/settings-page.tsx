import type { ReactNode } from 'react';
import { useTellTitle } from '../state/page-title.ts';
import classes from './settings.module.css';

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** One page of the settings: its name, what it is for, and its cards. */
export function SettingsPage({ title, lead, actions, children }: Props) {
  useTellTitle(title);
  return (
    <div className={classes.page}>
      <header className={classes.header}>
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
