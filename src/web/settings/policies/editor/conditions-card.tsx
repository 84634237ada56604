import { Button, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VigieError } from '#domain/error.ts';
import { parseFilter } from '#domain/report/parse-filter.ts';
import { findStoryField } from '#domain/ticket/story-fields.ts';
import { filterOrAll, searchOfFilter } from '#presentation/question/search-of-filter.ts';
import { dimensionsQuery } from '../../../api/queries.ts';
import { FilterBar } from '../../../reports/filters/filter-bar.tsx';
import { Card } from '../../../ui/card.tsx';
import settingsClasses from '../../settings.module.css';
import { useSayFilter } from '../use-say-filter.ts';
import classes from './editor.module.css';
import { useEditor } from './editor-context.ts';
import { MatchingCount } from './matching-count.tsx';

/** For which tickets it is: the filters of reports, or the filter language where they do not suffice, with a live count. */
export function ConditionsCard() {
  const { t } = useTranslation();
  const { policy, change, problemAt } = useEditor();
  const search = searchOfFilter(policy.when);
  const [written, setWritten] = useState(search === null);
  const dimensions = useQuery(dimensionsQuery).data ?? [];
  const offered = dimensions.map(({ id }) => id).filter((id) => findStoryField(id) !== null);
  const problem = problemAt('$.when');
  return (
    <Card
      title={t('policy.when')}
      help={t('policy.whenHelp')}
      aside={
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          disabled={written && search === null}
          onClick={() => setWritten(!written)}
        >
          {t(written ? 'policy.whenForm' : 'policy.whenText')}
        </Button>
      }
    >
      <div className={classes.stack}>
        {written || search === null ? (
          <WrittenConditions />
        ) : (
          <FilterBar
            primary={['channel', 'marketplace', 'tier', 'type']}
            offered={offered}
            kept={{ search, replaceAll: (next) => change({ when: filterOrAll(next) }) }}
          />
        )}
        {written && search === null && <p className={settingsClasses.text}>{t('policy.whenComplex')}</p>}
        {problem !== null && (
          <p className={classes.wrong} role="alert">
            {problem}
          </p>
        )}
        <MatchingCount />
      </div>
    </Card>
  );
}

function WrittenConditions() {
  const { t } = useTranslation();
  const say = useSayFilter();
  const { policy, change } = useEditor();
  const [text, setText] = useState(() => JSON.stringify(policy.when, null, 2));
  const [wrong, setWrong] = useState(false);
  return (
    <Textarea
      label={t('policy.when')}
      description={say(policy.when)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={t('policy.whenTextHelp')}
      autosize
      minRows={4}
      maxRows={16}
      spellCheck={false}
      classNames={{ input: classes.code ?? '' }}
      value={text}
      error={wrong ? t('policy.whenBad') : null}
      onChange={(event) => {
        const given = event.currentTarget.value;
        setText(given);
        try {
          change({ when: parseFilter(JSON.parse(given)) });
          setWrong(false);
        } catch (error) {
          if (!(error instanceof SyntaxError || error instanceof VigieError)) throw error;
          setWrong(true);
        }
      }}
    />
  );
}
