import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './form.module.css';
import { hintOf, shortestPassword } from './password-hint.ts';
import { showPassword } from './show-password.ts';

interface Props extends PasswordInputProps {
  readonly value?: string;
  /** What others know of the person; a password made of it is easy to guess. */
  readonly known?: readonly string[];
}

/** A password to choose: what makes it good is said while it is typed. */
export function NewPassword({ known = [], ...props }: Props) {
  const { t } = useTranslation();
  const hint = hintOf(props.value ?? '', known);
  const left = shortestPassword - (props.value ?? '').length;
  const words = {
    empty: t('form.passwordEmpty', { n: shortestPassword }),
    short: t('form.passwordShort', { count: left }),
    guessable: t('form.passwordGuessable'),
    fair: t('form.passwordFair'),
    strong: t('form.passwordStrong'),
  };
  return (
    <PasswordInput
      autoComplete="new-password"
      minLength={shortestPassword}
      maxLength={128}
      required
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={
        <span className={classes.strength} data-hint={hint} aria-live="polite">
          <span className={classes.meter} aria-hidden>
            <span />
            <span />
            <span />
          </span>
          {words[hint]}
        </span>
      }
      {...showPassword(t)}
      {...props}
    />
  );
}

/** Whether a password may be sent; the reason it may not, else. */
export function useCheckPassword(): (password: string) => string | null {
  const { t } = useTranslation();
  return (password) => (password.length < shortestPassword ? t('form.passwordEmpty', { n: shortestPassword }) : null);
}
