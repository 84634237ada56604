import { Button, Menu } from '@mantine/core';
import { IconCheck, IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUrl } from '../state/url.ts';

const choices = ['previous', 'year', 'none'] as const;

/** What figures are compared with. */
export function CompareMenu({
  fallback = 'previous',
  full = false,
}: {
  readonly fallback?: 'previous' | 'none';
  readonly full?: boolean;
}) {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const current = choices.find((choice) => choice === search.compare) ?? fallback;
  const names = {
    previous: t('period.comparePrevious'),
    year: t('period.compareYear'),
    none: t('period.noComparison'),
  };
  const shorts = { previous: t('period.vsPrevious'), year: t('period.vsYear'), none: t('period.noComparison') };
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant={full ? 'default' : 'subtle'}
          color="gray"
          size="xs"
          fullWidth={full}
          justify={full ? 'space-between' : 'center'}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <span className="visually-hidden">{t('common.pair', { name: t('period.compare'), value: '' })}</span>
          {full ? names[current] : shorts[current]}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map((choice) => (
          <Menu.Item
            key={choice}
            onClick={() => patch({ compare: choice === fallback ? null : choice })}
            rightSection={choice === current ? <IconCheck size={14} aria-hidden /> : undefined}
          >
            {names[choice]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
