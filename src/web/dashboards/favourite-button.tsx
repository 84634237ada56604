import { ActionIcon } from '@mantine/core';
import { IconStar, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFavourite } from './use-favourite.ts';

interface Props {
  readonly kind: 'report' | 'dashboard';
  readonly item: { readonly id: string; readonly title: string; readonly favourite: boolean };
}

/** A star: what has one stands first in the lists. */
export function FavouriteButton({ kind, item }: Props) {
  const { t } = useTranslation();
  const keeping = useFavourite(kind);
  const Icon = item.favourite ? IconStarFilled : IconStar;
  return (
    <ActionIcon
      variant="subtle"
      {...(item.favourite ? {} : { color: 'gray' })}
      aria-pressed={item.favourite}
      aria-label={t('saved.favourite', { title: item.title })}
      loading={keeping.isPending}
      onClick={() => keeping.mutate({ id: item.id, keep: !item.favourite })}
    >
      <Icon size={16} aria-hidden />
    </ActionIcon>
  );
}
