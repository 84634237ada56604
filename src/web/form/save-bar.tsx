import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';

interface Props {
  readonly label?: string;
  readonly pending: boolean;
  readonly saved: boolean;
  /** What is said once it is done. */
  readonly savedText?: string;
}

/** The button of a form, and beside it that it was done. */
export function SaveBar({ label, pending, saved, savedText }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.foot}>
      <Button type="submit" size="xs" loading={pending}>
        {label ?? t('form.save')}
      </Button>
      <span role="status">
        {saved && (
          <span className={classes.saved}>
            <IconCheck size={15} aria-hidden />
            {savedText ?? t('form.saved')}
          </span>
        )}
      </span>
    </div>
  );
}
