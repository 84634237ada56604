import { useTranslation } from 'react-i18next';
import type { Filter } from '#domain/report/filter.ts';
import type { PolicyChange } from '#domain/sla/editing/compare-versions.ts';
import { writeDuration } from '#domain/sla/editing/duration-text.ts';
import { type ClockStart, type Metric, metrics, type PolicyKind, type WarnAt } from '#domain/sla/policy.ts';
import { useZone } from '../../../api/workspace.ts';
import { useFormat } from '../../../format/use-format.ts';
import { useNames } from '../../../state/use-names.ts';
import { useSayFilter } from '../use-say-filter.ts';

/** A change of a policy in words: what it is of, how it was, how it became. */
export function useSayPart(): (change: PolicyChange) => { name: string; before: string; after: string } {
  const { t } = useTranslation();
  const names = useNames();
  const nameOf = (id: string) => {
    const metric = metrics.find((each) => each === id);
    return metric === undefined ? id : t(`vocabulary.metric.${metric}`);
  };
  const sayValue = useSayValue();
  return ({ part, of, priority, before, after }) => {
    const told = priority === null || priority === 'default' ? t('policy.byDefault') : names('priority', priority);
    return {
      name: t(`policy.parts.${part}`, { of: nameOf(of ?? ''), priority: told }),
      before: sayValue(part, before),
      after: sayValue(part, after),
    };
  };
}

function useSayValue(): (part: PolicyChange['part'], value: unknown) => string {
  const { t } = useTranslation();
  const format = useFormat();
  const zone = useZone();
  const sayFilter = useSayFilter();
  const sayWarning = (warning: WarnAt) =>
    typeof warning === 'number'
      ? format.share(warning)
      : t('policy.left', { time: writeDuration(warning.remainingSeconds) });
  const list = (texts: readonly string[]) => (texts.length === 0 ? t('policy.nothing') : format.list(texts));
  return (part, value) => {
    if (part === 'target' || part === 'step') return t(value === null ? 'policy.absent' : 'policy.there');
    if (value === null) return part === 'targetCalendar' ? t('policy.asPolicy') : t('policy.nothing');
    switch (part) {
      case 'when':
        return sayFilter(value as Filter);
      case 'kind':
        return t(`policy.kinds.${value as PolicyKind}`);
      case 'metric':
        return t(`vocabulary.metric.${value as Metric}`);
      case 'startAt':
        return t(`policy.starts.${value as ClockStart}`);
      case 'seconds':
        return writeDuration(value as number);
      case 'effectiveFrom':
        return format.instant(value as string, zone);
      case 'openTicketsToo':
      case 'retired':
        return t(value === true ? 'policy.yes' : 'policy.no');
      case 'pauseOn':
        return list((value as readonly ('new' | 'open')[]).map((status) => t(`vocabulary.status.${status}`)));
      case 'warnAt':
        return list((value as readonly WarnAt[]).map(sayWarning));
      default:
        return value === 'always' ? t('policy.always') : String(value);
    }
  };
}
