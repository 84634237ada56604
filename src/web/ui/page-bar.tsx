import type { ReactNode } from 'react';
import classes from './page.module.css';

/** What a page is asked by, above what it shows. */
export function PageBar({ children }: { readonly children: ReactNode }) {
  return <div className={classes.bar}>{children}</div>;
}
