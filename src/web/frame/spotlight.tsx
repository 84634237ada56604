import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ticketsQuery, valuesQuery } from '../api/queries.ts';
import { useMay } from '../api/session.ts';
import { type Finding, useFindings } from './findings.ts';
import classes from './spotlight.module.css';

/** At once, not when the box has faded in: what is typed next belongs in it. */
const focusNow = (element: HTMLInputElement | null) => element?.focus();

/** One box over pages, reports, KPIs, agents, tickets and customers. A combobox: arrows choose, Enter opens. */
export function Spotlight({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const [settled] = useDebouncedValue(text.trim(), 200);
  const tickets = useQuery({
    ...ticketsQuery({ search: settled, limit: 5 }),
    enabled: settled.length >= 2 && may('read-tickets'),
  });
  const customers = useQuery({
    ...valuesQuery('customer', settled, 5),
    enabled: settled.length >= 2 && may('read-tickets'),
  });
  const agents = useQuery({
    ...valuesQuery('agent', settled, 5),
    enabled: settled.length >= 2 && may('read-reports'),
  });
  const found = useFindings(text, {
    agents: settled.length >= 2 ? (agents.data?.items ?? []) : [],
    tickets: settled.length >= 2 ? (tickets.data?.items ?? []) : [],
    customers: settled.length >= 2 ? (customers.data?.items ?? []) : [],
  });
  const open = (finding: Finding | undefined) => {
    if (finding === undefined) return;
    onClose();
    void navigate({ to: finding.to, search: finding.search ?? {} });
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setActive((index) => (index + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      open(found[active]);
    }
  };
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      padding={0}
      size={600}
      yOffset="12vh"
      aria-label={t('common.search')}
    >
      <div className={classes.box}>
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          ref={focusNow}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={found.length > 0 ? `${listId}-${active}` : undefined}
          aria-label={t('common.search')}
          placeholder={t('common.searchHint')}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKey}
          spellCheck={false}
        />
        <kbd aria-hidden>esc</kbd>
      </div>
      <Results id={listId} found={found} active={active} onOpen={open} onHover={setActive} />
      {found.length === 0 && <p className={classes.nothing}>{t('common.searchNothing')}</p>}
    </Modal>
  );
}

interface ResultsProps {
  readonly id: string;
  readonly found: readonly Finding[];
  readonly active: number;
  readonly onOpen: (finding: Finding) => void;
  readonly onHover: (index: number) => void;
}

function Results({ id, found, active, onOpen, onHover }: ResultsProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.results} id={id} role="listbox" aria-label={t('common.search')} tabIndex={-1}>
      {found.map((finding, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above holds the focus and the keys
        <div
          key={finding.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes.result}
          ref={index === active ? (element) => element?.scrollIntoView({ block: 'nearest' }) : undefined}
          onClick={() => onOpen(finding)}
          onMouseMove={() => onHover(index)}
        >
          <span className={classes.name}>{finding.name}</span>
          <span className={classes.hint}>{finding.hint}</span>
          <span className={classes.kind}>{finding.kind}</span>
        </div>
      ))}
    </div>
  );
}
