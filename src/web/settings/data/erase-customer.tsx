import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../api/client.ts';
import { Confirm } from '../../form/confirm.tsx';
import formClasses from '../../form/form.module.css';
import { useApiForm } from '../../form/use-api-form.ts';
import { useUrl } from '../../state/url.ts';
import { Card } from '../../ui/card.tsx';
import { erasuresQuery } from '../queries.ts';
import classes from '../settings.module.css';
import { PersonField } from './person-field.tsx';

/** A customer becomes a pseudonym for good, once that was asked twice. */
export function EraseCustomer() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { search } = useUrl();
  const [asked, setAsked] = useState<string | null>(null);
  const { form, onSubmit } = useApiForm({
    initialValues: { customer: search.customer ?? '' },
    validate: { customer: (value) => (value.trim() === '' ? t('data.idMissing') : null) },
    send: async ({ customer }) => customer.trim(),
    onDone: setAsked,
  });
  return (
    <Card title={t('data.erase')} help={t('data.eraseLead')}>
      <form className={`${formClasses.form} ${classes.fields}`} onSubmit={onSubmit} noValidate>
        <PersonField kind="customer" {...form.getInputProps('customer')} />
        <div>
          <Button type="submit" variant="outline" size="xs" color="var(--v-breached)">
            {t('data.eraseAction')}
          </Button>
        </div>
      </form>
      {asked !== null && (
        <Confirm
          title={t('data.eraseTitle', { customer: asked })}
          lead={t('data.eraseWarning')}
          action={t('data.eraseForGood')}
          run={() => call('erase-customer', { body: { customer: asked } })}
          onDone={() => {
            form.reset();
            void queryClient.invalidateQueries({ queryKey: erasuresQuery.queryKey });
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </Card>
  );
}
