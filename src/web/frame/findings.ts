import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { TicketItem } from '#contract/schemas/ticket.ts';
import { kpisQuery, reportsQuery } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { useFormat } from '../format/use-format.ts';
import { sections } from '../settings/sections.ts';
import { usePlaces } from './use-places.ts';

export interface Finding {
  readonly key: string;
  readonly kind: string;
  readonly name: string;
  readonly hint: string;
  readonly to: string;
}

/** Without accents and case, so that “resolution” finds “Résolution”. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** What the search box offers for a text: what this reader may open that holds each of its words, at most twelve. */
export function useFindings(text: string, tickets: readonly TicketItem[]): readonly Finding[] {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay();
  const places = usePlaces();
  const reading = { enabled: may('read-reports') };
  const reports = useQuery({ ...reportsQuery, ...reading }).data ?? [];
  const kpis = useQuery({ ...kpisQuery, ...reading }).data ?? [];
  const firstReport = (kpi: string) =>
    reports.find((report) => report.kpis.some((ref) => ref.split(/[.:]/)[0] === kpi));
  const all: Finding[] = [
    ...places.map(({ to, name }) => ({
      key: to,
      kind: t('common.searchPages'),
      name: t(`common.${name}`),
      hint: '',
      to,
    })),
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
    ...kpis.flatMap(({ id, label, help }) => {
      const report = firstReport(id);
      if (report === undefined) return [];
      const kind = t('common.searchKpis');
      return [
        { key: `kpi ${id}`, kind, name: format.text(label), hint: format.text(help), to: `/reports/${report.id}` },
      ];
    }),
  ];
  const words = fold(text).split(/\s+/).filter(Boolean);
  const matching = all.filter(({ name, hint }) => words.every((word) => fold(`${name} ${hint}`).includes(word)));
  const ofTickets = tickets.map(({ key, subject }) => ({
    key: `ticket ${key}`,
    kind: t('common.searchTickets'),
    name: key,
    hint: subject ?? '',
    to: `/tickets/${encodeURIComponent(key)}`,
  }));
  return [...matching.slice(0, 12), ...ofTickets];
}
