import { useTranslation } from 'react-i18next';
import { SettingsPage } from '../settings-page.tsx';
import { EraseCustomer } from './erase-customer.tsx';
import { Erasures } from './erasures.tsx';
import { ExportPerson } from './export-person.tsx';
import { ExportRows } from './export-rows.tsx';
import { RetentionCard } from './retention-card.tsx';

/** What the workspace holds of people: how long, how it is given out, and how it goes. */
export function DataPage() {
  const { t } = useTranslation();
  return (
    <SettingsPage title={t('settings.data')} lead={t('data.lead')}>
      <RetentionCard />
      <ExportPerson />
      <EraseCustomer />
      <Erasures />
      <ExportRows />
    </SettingsPage>
  );
}
