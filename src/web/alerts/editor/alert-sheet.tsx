import { useTranslation } from 'react-i18next';
import settingsClasses from '../../settings/settings.module.css';
import { SideSheet } from '../../ui/side-sheet.tsx';
import type { AlertList, AlertView } from '../queries.ts';
import { AlertForm } from './alert-form.tsx';
import { emptyAlert, valuesOf } from './alert-values.ts';

interface Props {
  /** Null: a new one. */
  readonly alert: AlertView | null;
  readonly list: AlertList;
  readonly onClose: () => void;
}

/** What an alert looks at, what gives alarm, whom it tells, and what it would have done. */
export function AlertSheet({ alert, list, onClose }: Props) {
  const { t } = useTranslation();
  const values = alert === null ? emptyAlert : valuesOf(alert);
  const title = t(alert === null ? 'alert.sheetNew' : 'alert.sheetEdit');
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(520px, 100vw)" title={title}>
      {values === null ? (
        <p className={settingsClasses.text}>{t('alert.complex')}</p>
      ) : (
        <AlertForm id={alert?.id ?? null} initialValues={values} list={list} onDone={onClose} />
      )}
    </SideSheet>
  );
}
