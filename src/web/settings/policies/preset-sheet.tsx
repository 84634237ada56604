import { Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.ts';
import { ProblemView } from '../../ui/problem-view.tsx';
import { SideSheet } from '../../ui/side-sheet.tsx';
import settingsClasses from '../settings.module.css';
import classes from './policies.module.css';
import { type Preset, presetsQuery } from './queries.ts';

/** What marketplaces ask, each with its source, to begin a policy with. */
export function PresetSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const answer = useQuery(presetsQuery);
  return (
    <SideSheet opened onClose={onClose} side="right" size="min(620px, 100vw)" title={t('policy.presets')}>
      <div className={settingsClasses.sheet}>
        <p className={settingsClasses.text}>{t('policy.presetsLead')}</p>
        {answer.isError && <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />}
        {answer.isPending && <Skeleton height={300} />}
        {answer.data?.map((preset) => (
          <PresetCard key={preset.id} preset={preset} />
        ))}
      </div>
    </SideSheet>
  );
}

function PresetCard({ preset: { id, name, about, sources, missing, policies } }: { readonly preset: Preset }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className={classes.preset} aria-labelledby={`preset-${id}`}>
      <h3 id={`preset-${id}`}>{format.text(name)}</h3>
      <p>{format.text(about)}</p>
      {sources.map(({ title, url, readOn, says }) => (
        <p key={url} className={classes.source}>
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
          , {t('policy.readOn', { date: format.date(readOn) })}. {format.text(says)}
        </p>
      ))}
      {missing !== null && (
        <p className={classes.source}>
          <strong>{t('policy.beware')}</strong> {format.text(missing)}
        </p>
      )}
      <ul className={classes.offers}>
        {policies.map((policy) => (
          <li key={policy.id}>
            <span>{policy.name}</span>
            <Button
              variant="default"
              size="compact-xs"
              aria-label={t('policy.useName', { name: policy.name })}
              renderRoot={(props) => (
                <Link
                  to="/settings/policies/$id"
                  params={{ id: 'new' }}
                  search={{ preset: id, policy: policy.id }}
                  {...props}
                />
              )}
            >
              {t('policy.use')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
