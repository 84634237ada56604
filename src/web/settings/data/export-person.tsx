import { Button, SegmentedControl } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Person, personKinds } from '#domain/privacy/person.ts';
import { call } from '../../api/client.ts';
import { saveFile } from '../../api/save-file.ts';
import formClasses from '../../form/form.module.css';
import { ProblemNote } from '../../form/problem-note.tsx';
import { useApiForm } from '../../form/use-api-form.ts';
import { useUrl } from '../../state/url.ts';
import { Card } from '../../ui/card.tsx';
import classes from '../settings.module.css';
import { PersonField } from './person-field.tsx';

/** All that is held of somebody, as a file to hand to them once it was read. */
export function ExportPerson() {
  const { t } = useTranslation();
  const { search } = useUrl();
  const { form, onSubmit, pending, error } = useApiForm({
    initialValues: { kind: 'customer' as Person['kind'], id: search.customer ?? '' },
    validate: { id: (value) => (value.trim() === '' ? t('data.idMissing') : null) },
    send: ({ kind, id }) => call('export-person', { params: { kind, id: id.trim() } }),
    onDone: (answer, { kind, id }) => saveFile(answer, `vigie-${kind}-${id.trim()}.json`),
  });
  const { kind } = form.values;
  return (
    <Card title={t('data.person')} help={t('data.personLead')}>
      <form className={`${formClasses.form} ${classes.fields}`} onSubmit={onSubmit} noValidate>
        <div>
          <SegmentedControl
            size="xs"
            aria-label={t('data.kind')}
            value={kind}
            onChange={(chosen) => form.setValues({ kind: chosen, id: '' })}
            data={personKinds.map((value) => ({ value, label: t(`data.kinds.${value}`) }))}
          />
        </div>
        <PersonField kind={kind} {...form.getInputProps('id')} />
        <ProblemNote error={error} />
        <div>
          <Button
            type="submit"
            variant="default"
            size="xs"
            loading={pending}
            leftSection={<IconDownload size={14} aria-hidden />}
          >
            {t('data.extract')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
