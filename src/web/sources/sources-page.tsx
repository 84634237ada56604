import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { type Preview as PreviewData, statusQuery } from '../api/queries.ts';
import { useWorkspace } from '../api/workspace.ts';
import { useUrl } from '../state/url.ts';
import { Page } from '../ui/page.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { RejectedLink } from './dead-letters/rejected-link.tsx';
import { DropZone } from './drop-zone.tsx';
import { History } from './history.tsx';
import { ImportProgress } from './import-progress.tsx';
import { Preview } from './preview.tsx';
import { SampleCard } from './sample-card.tsx';
import classes from './sources.module.css';

/** The first bytes of a file are enough to see its columns. */
const previewBytes = 256 * 1024;

interface Chosen {
  readonly file: File;
  readonly preview: PreviewData;
}

export function SourcesPage() {
  const { t } = useTranslation();
  const status = useWorkspace();
  const queryClient = useQueryClient();
  const { search, patch } = useUrl();
  const running = useQuery({ ...statusQuery, select: ({ runningImport }) => runningImport }).data ?? null;
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const look = useMutation({
    mutationFn: async (file: File) => {
      const bytes = file.slice(0, previewBytes);
      const body = { type: 'application/octet-stream', bytes };
      return { file, preview: await call('preview-import', { query: { name: file.name }, body }) };
    },
    onSuccess: setChosen,
  });
  const onStarted = (id: string) => {
    setChosen(null);
    patch({ import: id });
    void queryClient.invalidateQueries({ queryKey: statusQuery.queryKey });
  };
  const load = useMutation({
    mutationFn: (id: 'incidents' | 'marketplace') => call('start-sample', { params: { id }, query: {} }),
    onSuccess: ({ id }) => onStarted(id),
  });
  const shown = search.import ?? running;
  const samples = status.samples.filter(({ loaded }) => !loaded);
  return (
    <Page title={t('source.title')} lead={t('source.lead')}>
      <div className={classes.blocks}>
        {chosen === null ? (
          <DropZone onFile={(file) => look.mutate(file)} busy={look.isPending} name={look.variables?.name ?? ''} />
        ) : (
          <Preview
            key={chosen.file.name}
            file={chosen.file}
            preview={chosen.preview}
            onStarted={onStarted}
            onOther={() => setChosen(null)}
          />
        )}
        {look.isError && <ProblemView error={look.error} />}
        {shown !== null && chosen === null && <ImportProgress key={shown} id={shown} />}
        <RejectedLink />
        <History current={shown} />
        {samples.length > 0 && (
          <section>
            <h2 className={classes.heading}>{t('source.samples')}</h2>
            <p className={classes.text}>{t('source.samplesLead')}</p>
            {load.isError && <ProblemView error={load.error} />}
            <div className={classes.samples} style={{ marginTop: 12 }}>
              {samples.map((sample) => (
                <SampleCard
                  key={sample.id}
                  sample={sample}
                  busy={load.isPending || running !== null}
                  onLoad={() => load.mutate(sample.id)}
                />
              ))}
            </div>
          </section>
        )}
      </div>
    </Page>
  );
}
