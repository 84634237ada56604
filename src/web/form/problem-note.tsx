import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTold } from '../ui/use-told.ts';
import classes from './form.module.css';

interface Props {
  readonly error: unknown;
  /** A next step better than the general one. */
  readonly action?: ReactNode;
}

/** An error of a form, above its button: what happened and the next step. Nothing where there is none. */
export function ProblemNote({ error, action }: Props) {
  return error === null ? null : <Note error={error} action={action} />;
}

function Note({ error, action }: Props) {
  const { what, todo, details } = useTold(error);
  return (
    <div className={classes.problem} role="alert">
      <IconAlertTriangle size={16} aria-hidden />
      <div>
        <strong>{what}</strong> {todo}
        {details.length > 0 && (
          <ul>
            {details.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
        {action !== undefined && <div>{action}</div>}
      </div>
    </div>
  );
}
