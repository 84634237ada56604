import { Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subject } from '#domain/discussion/subject.ts';
import type { Address } from '#domain/report/dashboards/address.ts';
import classes from './discussion.module.css';
import { peopleQuery } from './queries.ts';
import { complete, strangerIn, suggest } from './suggest.ts';

interface Props {
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSend: () => void;
  readonly onEscape?: () => void;
  readonly subject: Subject;
  readonly query: Address;
  readonly autoFocus?: boolean;
}

/** Where a comment is typed; after an @ the people who see the subject are offered, by keyboard and pointer. */
export function MentionArea(props: Props) {
  const { label, placeholder, value, onChange, onSend, onEscape, subject, query, autoFocus = false } = props;
  const { t } = useTranslation();
  const area = useRef<HTMLTextAreaElement>(null);
  const listId = useId();
  const [caret, setCaret] = useState(0);
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const people = useQuery({ ...peopleQuery(subject, query), enabled: value.includes('@') }).data ?? [];
  const typed = value.slice(0, caret);
  const offered = dismissed ? [] : suggest(people, typed);
  const stranger = people.length === 0 || dismissed ? null : strangerIn(people, typed);
  const choose = (name: string) => {
    const done = complete(value, caret, name);
    onChange(done.text);
    setCaret(done.caret);
    requestAnimationFrame(() => area.current?.setSelectionRange(done.caret, done.caret));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = offered[active];
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSend();
    } else if (chosen !== undefined && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) {
      event.preventDefault();
      choose(chosen.name);
    } else if (offered.length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : offered.length - 1;
      setActive((at) => (at + step) % offered.length);
    } else if (event.key === 'Escape') {
      if (offered.length > 0) setDismissed(true);
      else onEscape?.();
      event.stopPropagation();
    }
  };
  const optionId = (id: string) => `${listId}-${id}`;
  const current = offered[active];
  return (
    <div className={classes.area}>
      <Textarea
        ref={area}
        label={label}
        {...(placeholder === undefined ? {} : { placeholder })}
        rows={2}
        classNames={{ input: classes.growing ?? '' }}
        maxLength={5_000}
        value={value}
        data-autofocus={autoFocus || undefined}
        autoFocus={autoFocus}
        aria-autocomplete="list"
        aria-controls={offered.length > 0 ? listId : undefined}
        aria-activedescendant={current === undefined ? undefined : optionId(current.id)}
        onKeyDown={onKeyDown}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onChange={({ currentTarget }) => {
          onChange(currentTarget.value);
          setCaret(currentTarget.selectionStart);
          setActive(0);
          setDismissed(false);
        }}
      />
      {offered.length > 0 && (
        <div id={listId} role="listbox" aria-label={t('discussion.mentions')} className={classes.people}>
          {offered.map(({ id, name }, index) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the text keeps the focus and names the option that is active
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the text
            <div
              key={id}
              id={optionId(id)}
              role="option"
              aria-selected={index === active}
              className={classes.person}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(name)}
            >
              {name}
            </div>
          ))}
        </div>
      )}
      <p className={classes.told} role="status">
        {offered.length > 0 && (
          <span className="visually-hidden">{t('discussion.found', { count: offered.length })}</span>
        )}
        {stranger !== null && t('discussion.nobody', { name: stranger })}
      </p>
    </div>
  );
}
