import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.ts';
import { useUrl } from '../../state/url.ts';
import { membersQuery, tokensQuery } from '../queries.ts';
import { nouns } from './actions.ts';
import classes from './audit.module.css';

/** Who, what and when; each stands in the address. */
export function AuditFilters() {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const set = (name: string) => (event: { readonly currentTarget: { readonly value: string } }) =>
    patch({ [name]: event.currentTarget.value === '' ? null : event.currentTarget.value });
  const filtered = ['actor', 'action', 'from', 'to'].some((name) => search[name] !== undefined);
  return (
    <search className={classes.filters}>
      <NativeSelect
        size="xs"
        label={t('audit.actor')}
        value={search.actor ?? ''}
        onChange={set('actor')}
        data={useActors(search.actor)}
      />
      <NativeSelect
        size="xs"
        label={t('audit.about')}
        value={search.action ?? ''}
        onChange={set('action')}
        data={[
          { value: '', label: t('audit.everything') },
          ...nouns.map((noun) => ({ value: noun, label: t(`audit.nouns.${noun}`) })),
        ]}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('audit.from')}
        value={search.from ?? ''}
        onChange={set('from')}
        {...(search.to === undefined ? {} : { max: search.to })}
      />
      <TextInput
        size="xs"
        type="date"
        label={t('audit.to')}
        value={search.to ?? ''}
        onChange={set('to')}
        {...(search.from === undefined ? {} : { min: search.from })}
      />
      {filtered && (
        <Button
          variant="subtle"
          color="gray"
          size="xs"
          onClick={() => patch({ actor: null, action: null, from: null, to: null })}
        >
          {t('report.clearFilters')}
        </Button>
      )}
    </search>
  );
}

/** Members and tokens of today; whoever else the address names stays chosen. */
function useActors(chosen: string | undefined) {
  const { t } = useTranslation();
  const may = useMay();
  const members = useQuery({ ...membersQuery, enabled: may('manage-members') }).data ?? [];
  const tokens = useQuery({ ...tokensQuery, enabled: may('manage-tokens') }).data ?? [];
  const known = [
    ...members.map(({ id, name }) => ({ value: id, label: name })),
    ...tokens.map(({ id, name }) => ({ value: id, label: t('audit.byToken', { name }) })),
  ];
  const other = chosen !== undefined && known.every(({ value }) => value !== chosen);
  return [{ value: '', label: t('audit.anybody') }, ...known, ...(other ? [{ value: chosen, label: chosen }] : [])];
}
