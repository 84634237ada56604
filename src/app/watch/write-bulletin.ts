import type { Language } from '#domain/error.ts';
import type { WatchItem } from '#domain/sla/escalation/watch-item.ts';
import type { Bulletin } from '#notifiers/bulletin.ts';
import { formatInstant } from '#presentation/format/date.ts';
import { texts } from '#presentation/i18n/texts.ts';
import type { MessageTopic } from '#records/watch/watch-tables.ts';

/** Clocks that a message lists; the others are on the desk. */
const LINES = 25;

export interface Reader {
  readonly language: Language;
  readonly timeZone: string;
  /** The address of Vigie. */
  readonly url: string;
}

/** What a message of clocks tells of. */
export type ClockTopic = Exclude<MessageTopic, 'alert'>;

/** What a message says to people, in their language. */
export function writeBulletin(topic: ClockTopic, items: readonly WatchItem[], reader: Reader): Bulletin {
  const { t } = texts[reader.language];
  const ticket = items[0]?.ticket ?? '';
  const left = items.length - LINES;
  const lines = items.slice(0, LINES).map((item) => ({
    text: lineOf(item, reader),
    url: `${reader.url}/tickets/${encodeURIComponent(item.ticket)}`,
  }));
  const test = { text: t('bulletin.testLine'), url: `${reader.url}/settings/channels` };
  return {
    title: t(`bulletin.title.${topic}`, { count: Math.max(1, items.length), ticket }),
    lines: topic === 'test' ? [test] : lines,
    more: left > 0 ? t('bulletin.more', { count: left }) : null,
    link: { label: t('bulletin.open'), url: `${reader.url}/desk` },
  };
}

function lineOf(item: WatchItem, { language, timeZone }: Reader): string {
  const { t } = texts[language];
  const when = (at: number) => formatInstant(language, new Date(at).toISOString(), timeZone);
  const text = t(`bulletin.${item.kind}`, {
    ticket: item.ticket,
    metric: t(`vocabulary.metric.${item.metric}`),
    policy: item.policyName,
    due: item.dueAt === null ? t('bulletin.still') : when(item.dueAt),
    by: item.by ?? 'Vigie',
  });
  return item.late ? t('bulletin.late', { text, at: when(item.stepDueAt) }) : text;
}
