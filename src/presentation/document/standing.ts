import type { QueryResult } from '#domain/report/query.ts';
import type { Format } from '../format/create-format.ts';
import type { Texts } from '../i18n/catalogue.ts';

/** What the figures rest on: n, zone, freshness, and what is not counted. */
export function tellStanding({ meta }: QueryResult, format: Format, { t }: Texts): readonly string[] {
  const counts = Object.values(meta.n);
  const n = counts.length === 0 ? null : Math.max(...counts);
  const parts = [
    n === null ? null : t('report.basedOn', { n: format.count(n) }),
    t('report.zone', { zone: meta.timeZone }),
    meta.freshness === null ? null : t('report.freshness', { when: format.instant(meta.freshness, meta.timeZone) }),
    meta.running === null || meta.running === 0
      ? null
      : t('report.running', { count: meta.running, n: format.count(meta.running) }),
    meta.bounded === 0 ? null : t('report.bounded', { count: meta.bounded, n: format.count(meta.bounded) }),
    meta.truncated ? t('report.truncated') : null,
  ];
  return parts.filter((part) => part !== null);
}
