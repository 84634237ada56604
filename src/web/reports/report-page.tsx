import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { reportsQuery } from '../api/queries.ts';
import { NotFound } from '../frame/not-found.tsx';
import { ProblemView } from '../ui/problem-view.tsx';
import { PlannedReport } from './planned-report.tsx';

/** Any report of the catalogue. */
export function ReportPage() {
  const { id } = useParams({ from: '/shell/reports/$id' });
  const answer = useQuery(reportsQuery);
  if (answer.isError) return <ProblemView error={answer.error} onRetry={() => void answer.refetch()} />;
  if (answer.data === undefined) return <Skeleton height={400} m={24} />;
  const report = answer.data.find((each) => each.id === id);
  if (report === undefined) return <NotFound />;
  return <PlannedReport key={id} report={report} />;
}
