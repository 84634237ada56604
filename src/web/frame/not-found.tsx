import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Page } from '../ui/page.tsx';

/** What stands at an address that leads nowhere. */
export function NotFound() {
  const { t } = useTranslation();
  return (
    <Page title={t('common.notFound')} lead={t('common.notFoundTodo')}>
      <Button renderRoot={(props) => <Link to="/" {...props} />} variant="default" size="xs">
        {t('common.backToOverview')}
      </Button>
    </Page>
  );
}
