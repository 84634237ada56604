import { Button } from '@mantine/core';
import { IconFlask, IconWorld } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StatusView } from '#contract/schemas/status.ts';
import { useFormat } from '../format/use-format.ts';
import classes from './sources.module.css';

interface Props {
  readonly sample: StatusView['samples'][number];
  readonly busy: boolean;
  readonly onLoad: () => void;
}

/** A sample: what it is, whether it was observed or made up, whose it is. */
export function SampleCard({ sample, busy, onLoad }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const Icon = sample.generated ? IconFlask : IconWorld;
  const title = format.text(sample.title);
  return (
    <article className={classes.sample}>
      <div className={classes.kind} data-generated={sample.generated || undefined}>
        <Icon size={14} aria-hidden />
        {sample.generated ? t('firstRun.generated') : t('firstRun.observed')}
        <span className={`${classes.size} figures`}>
          {t('firstRun.tickets', { count: sample.tickets, n: format.count(sample.tickets) })}
        </span>
      </div>
      <h3 className={classes.sampleTitle}>{title}</h3>
      <p className={classes.text}>{format.text(sample.description)}</p>
      <p className={classes.licence}>{format.text(sample.attribution)}</p>
      <Button className={classes.load} onClick={onLoad} disabled={busy || sample.loaded}>
        {sample.loaded ? t('source.loaded') : t('firstRun.load')}
        <span className="visually-hidden">, {title}</span>
      </Button>
    </article>
  );
}
