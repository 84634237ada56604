import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from '#contract/client.ts';
import { sessionQuery } from './session.ts';

/** A refusal will not change by asking again; a server that is starting up will. */
const mayPass = (error: Error) =>
  !(error instanceof ApiError) || error.problem.status === 0 || error.problem.status >= 500;

/** Not signed in any more: asking who is makes the gate lead to the sign-in. */
function lookAgain(error: Error): void {
  if (error instanceof ApiError && error.problem.status === 401) {
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
  }
}

export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: lookAgain }),
  mutationCache: new MutationCache({ onError: lookAgain }),
  defaultOptions: { queries: { retry: (count, error) => count < 2 && mayPass(error), refetchOnWindowFocus: false } },
});
