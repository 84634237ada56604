import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** Asks before the page is left with changes that are not saved. */
export function useLeaveWarning(changed: boolean): void {
  const { t } = useTranslation();
  useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && !window.confirm(t('form.leave')),
    enableBeforeUnload: changed,
    disabled: !changed,
  });
}
