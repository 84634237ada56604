import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { valuesQuery } from '../api/queries.ts';
import { useSession } from '../api/session.ts';
import { useUrl } from '../state/url.ts';

interface Props {
  /** The team that holds where the address names none. */
  readonly fallback?: string | null;
}

/** The team to look at, or to compare with; it stands in the address. Agents have but their own. */
export function TeamSelect({ fallback = null }: Props) {
  const { t } = useTranslation();
  const { search, patch } = useUrl();
  const { workspace } = useSession();
  const values = useQuery(valuesQuery('team'));
  if (workspace?.role === 'agent') return null;
  const teams = (values.data?.items ?? []).flatMap(({ value }) => (value === null ? [] : [String(value)]));
  return (
    <Select
      size="xs"
      w={220}
      aria-label={t('agent.team')}
      value={search.team ?? fallback ?? 'all'}
      onChange={(value) => patch({ team: value }, true)}
      data={[
        { value: 'all', label: t('agent.allTeams') },
        ...[...new Set(teams)].map((team) => ({ value: team, label: team })),
      ]}
      allowDeselect={false}
      searchable
    />
  );
}

/** The team of the address as the API asks for it: `all` is no team. */
export function askedTeam(team: string | undefined): { team?: string } {
  if (team === undefined) return {};
  return { team: team === 'all' ? '' : team };
}
