import { useEffect, useMemo, useState } from 'react';
import { type Address, isFilterParameter } from '#domain/report/dashboards/address.ts';
import { useUrl } from '../state/url.ts';
import type { Dashboard } from './queries.ts';

const parameters = ['period', 'compare', 'time', 'whose'];
const ofBoard = (name: string) => parameters.includes(name) || isFilterParameter(name);

/**
 * The period and filters that a dashboard is looked at with. They stand in the URL: an address that says none of them is made
 * to say those of the dashboard when it is opened; what is cleared later stays cleared.
 */
export function useBoardQuery({ id, query }: Dashboard): Address {
  const { search, replaceAll } = useUrl();
  const [opened, setOpened] = useState<string | null>(null);
  const asked = useMemo(() => Object.fromEntries(Object.entries(search).filter(([name]) => ofBoard(name))), [search]);
  const starts = opened !== id && Object.keys(asked).length === 0;
  useEffect(() => {
    if (starts && Object.keys(query).length > 0) replaceAll({ ...search, ...query });
    setOpened(id);
  }, [id, starts, query, search, replaceAll]);
  return starts ? query : asked;
}
