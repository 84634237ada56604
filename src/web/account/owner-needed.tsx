import { useTranslation } from 'react-i18next';
import formClasses from '../form/form.module.css';
import classes from './outside.module.css';
import { Outside, OutsideCard } from './outside.tsx';

/** What a new installation shows until its one-time link has made the first account. */
export function OwnerNeeded() {
  const { t } = useTranslation();
  return (
    <Outside>
      <OutsideCard title={t('account.neededTitle')} lead={t('account.neededLead')}>
        <WhereTheLinkIs />
      </OutsideCard>
    </Outside>
  );
}

export function WhereTheLinkIs() {
  const { t } = useTranslation();
  return (
    <>
      <ol className={classes.steps}>
        <li>{t('account.neededTerminal')}</li>
        <li>{t('account.neededOpen')}</li>
      </ol>
      <pre className={formClasses.code}>{`${location.origin}/first-owner?token=…`}</pre>
      <p className={classes.aside}>{t('account.neededExpired')}</p>
    </>
  );
}
