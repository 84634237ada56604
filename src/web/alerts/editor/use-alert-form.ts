import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { longestKeepMinutes, longestWindowHours } from '#domain/alerts/alert.ts';
import { call } from '../../api/client.ts';
import { useApiForm } from '../../form/use-api-form.ts';
import { alertsQuery } from '../queries.ts';
import { type AlertValues, alertOf, readLine, readNumber, unitOfFigure } from './alert-values.ts';

interface Given {
  /** Null: a new one. */
  readonly id: string | null;
  readonly initialValues: AlertValues;
  readonly onDone: () => void;
}

const isWhole = (number: number | null, least: number, most: number) =>
  number !== null && Number.isInteger(number) && number >= least && number <= most;

/** The kind of line that a figure has, by which it is explained. */
export function lineKindOf(kpi: string): 'share' | 'seconds' | 'other' {
  const unit = unitOfFigure(kpi);
  return unit === 'share' || unit === 'seconds' ? unit : 'other';
}

export function useAlertForm({ id, initialValues, onDone }: Given) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  return useApiForm<AlertValues, unknown>({
    initialValues,
    validate: {
      title: (value) => (value.trim() === '' ? t('alert.titleMissing') : null),
      windowHours: (value, { windowUnit }) => {
        const most = windowUnit === 'days' ? longestWindowHours / 24 : longestWindowHours;
        return isWhole(readNumber(value), 1, most) ? null : t('alert.windowBad');
      },
      leastN: (value) => (isWhole(readNumber(value), 0, 1_000_000) ? null : t('alert.leastNBad')),
      keepFiringMinutes: (value) => (isWhole(readNumber(value), 0, longestKeepMinutes) ? null : t('alert.keepBad')),
      line: (value, { kind, kpi }) => {
        const sound = kind !== 'threshold' || readLine(value, unitOfFigure(kpi)) !== null;
        return sound ? null : t(`alert.lineBad.${lineKindOf(kpi)}`);
      },
      width: (value, { kind }) => {
        const width = readNumber(value);
        return kind !== 'unusual' || (width !== null && width >= 1 && width <= 20) ? null : t('alert.widthBad');
      },
      members: (value, { channels }) => (value.length + channels.length === 0 ? t('alert.nobody') : null),
    },
    send: (values): Promise<unknown> => {
      const body = alertOf(values);
      return id === null ? call('create-alert', { body }) : call('update-alert', { params: { id }, body });
    },
    onDone: () => {
      void queryClient.invalidateQueries({ queryKey: alertsQuery.queryKey });
      onDone();
    },
  });
}

export type AlertFormApi = ReturnType<typeof useAlertForm>['form'];
