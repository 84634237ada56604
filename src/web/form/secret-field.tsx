import { TextInput } from '@mantine/core';
import { CopyButton } from '../ui/copy-button.tsx';
import classes from './form.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly copy: string;
}

/** A text shown once, to copy; selected whole when entered, for browsers that do not let a page copy. */
export function SecretField({ label, value, copy }: Props) {
  return (
    <div className={classes.secret}>
      <TextInput
        size="xs"
        aria-label={label}
        readOnly
        value={value}
        spellCheck={false}
        onFocus={(event) => event.currentTarget.select()}
      />
      <CopyButton text={() => value} label={copy} />
    </div>
  );
}
