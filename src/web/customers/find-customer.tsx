import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUrl } from '../state/url.ts';

/** Finds by a part of a name or an id; kept in the address. */
export function FindCustomer() {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const [text, setText] = useState(search.q ?? '');
  const settle = useDebouncedCallback(
    (value: string) => patch({ q: value.trim() === '' ? null : value.trim(), after: null }),
    250,
  );
  return (
    <TextInput
      size="xs"
      w={200}
      type="search"
      leftSection={<IconSearch size={14} aria-hidden />}
      placeholder={t('customer.find')}
      aria-label={t('customer.find')}
      value={text}
      maxLength={200}
      onChange={(event) => {
        setText(event.currentTarget.value);
        settle(event.currentTarget.value);
      }}
    />
  );
}
