import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.ts';
import type { History } from '../queries.ts';

/** For those who may: what is held of the customer, and its erasure, where people’s data is looked after. */
export function PersonActions({ customer }: { readonly customer: History['customer'] }) {
  const { t } = useTranslation();
  const may = useMay();
  if (customer.by !== 'customer' || !may('manage-privacy')) return null;
  const to = (props: object) => <Link to="/settings/data" search={{ customer: customer.id }} {...props} />;
  return (
    <>
      <Button renderRoot={to} variant="default" size="xs">
        {t('customer.personExport')}
      </Button>
      <Button renderRoot={to} variant="outline" size="xs" color="var(--v-breached)">
        {t('customer.erase')}
      </Button>
    </>
  );
}
