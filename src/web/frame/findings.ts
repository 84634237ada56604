import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketItem } from '#contract/schemas/ticket.ts';
import { kpisQuery, reportsQuery } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { useFormat } from '../format/use-format.ts';
import { sections } from '../settings/sections.ts';
import { findNearest } from './find-in.ts';
import { usePlaces } from './use-places.ts';

export interface Finding {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly hint: string;
  readonly to: string;
  readonly search?: Readonly<Record<string, string>>;
}

/** What the data itself holds of the text. */
interface InData {
  readonly tickets: readonly TicketItem[];
  readonly agents: readonly Named[];
  readonly customers: readonly Named[];
}

interface Named {
  readonly value: string | null;
  readonly label: string | null;
}

/** What the search box offers for a text: what this reader may open that holds each of its words, at most twelve. */
export function useFindings(text: string, { tickets, agents, customers }: InData): readonly Finding[] {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const places = usePlaces();
  const reading = { enabled: may('read-reports') };
  const reports = useQuery({ ...reportsQuery, ...reading }).data ?? [];
  const kpis = useQuery({ ...kpisQuery, ...reading }).data ?? [];
  const all: Finding[] = [
    ...places.map(({ to, name }) => ({
      key: to,
      kind: t('common.searchPages'),
      name: t(`common.${name}`),
      hint: '',
      to,
    })),
    ...(may('read-reports')
      ? [
          { key: 'compose', kind: t('common.searchPages'), name: t('compose.title'), hint: '', to: '/reports/compose' },
          {
            key: 'definitions',
            kind: t('common.searchPages'),
            name: t('definition.title'),
            hint: '',
            to: '/definitions',
          },
        ]
      : []),
    ...sections
      .filter((section) => section.may === null || may(section.may))
      .map(({ to, name }) => ({
        key: to,
        kind: t('common.settings'),
        name: t(`settings.${name}`),
        hint: '',
        to,
      })),
    ...reports.map(({ id, title, question }) => ({
      key: `report ${id}`,
      kind: t('common.searchReports'),
      name: format.text(title),
      hint: format.text(question),
      to: `/reports/${id}`,
    })),
    ...kpis.map(({ id, label, help }) => ({
      key: `kpi ${id}`,
      kind: t('common.searchKpis'),
      name: format.text(label),
      hint: format.text(help),
      to: '/definitions',
      search: { kpi: id },
    })),
  ];
  const matching = findNearest(all, text, ({ name, hint }) => [name, hint]);
  return [
    ...matching.slice(0, 12),
    ...ofNamed(agents, 'agents', t('common.searchAgents')),
    ...ofTickets(tickets, t('common.searchTickets')),
    ...ofNamed(customers, 'customers', t('common.searchCustomers')),
  ];
}

function ofTickets(tickets: InData['tickets'], kind: string): Finding[] {
  return tickets.map(({ key, subject }) => ({
    key: `ticket ${key}`,
    kind,
    name: key,
    hint: subject ?? '',
    to: `/tickets/${encodeURIComponent(key)}`,
  }));
}

function ofNamed(found: readonly Named[], place: 'agents' | 'customers', kind: string): Finding[] {
  return found.flatMap(({ value, label }) => {
    if (value === null) return [];
    const to = `/${place}/${encodeURIComponent(value)}`;
    return { key: `${place} ${value}`, kind, name: label ?? value, hint: label === null ? '' : value, to };
  });
}
