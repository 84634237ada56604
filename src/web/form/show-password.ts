import type { PasswordInputProps } from '@mantine/core';
import type { TFunction } from 'i18next';

/** Show and hide, also by keyboard: the library leaves its button out of the tab order. */
export function showPassword(t: TFunction): Partial<PasswordInputProps> {
  return {
    withAsterisk: false,
    visibilityToggleButtonProps: {
      'aria-label': t('form.showPassword'),
      'aria-hidden': false,
      tabIndex: 0,
    },
  };
}
