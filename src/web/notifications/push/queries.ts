import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { AnswerOf } from '#contract/client.ts';
import { call } from '../../api/client.ts';
import { preferencesQuery } from '../queries.ts';
import { findOwnDigest, readPushState } from './browser-push.ts';

export type PushDevices = AnswerOf<'list-push-devices'>;
export type PushDevice = PushDevices['items'][number];

export const pushDevicesQuery = queryOptions({
  queryKey: ['push-devices'],
  queryFn: ({ signal }) => call('list-push-devices', {}, { signal }),
});

/** How this browser stands, given what the server knows. Looked at again with the window, since it is set outside of the page. */
export const pushHereQuery = ({ publicKey, items }: PushDevices) => {
  const digests = items.map(({ digest }) => digest);
  return queryOptions({
    queryKey: ['push-here', publicKey, digests],
    queryFn: async () => ({ state: await readPushState(publicKey, digests), digest: await findOwnDigest() }),
    staleTime: 0,
    refetchOnWindowFocus: true,
    networkMode: 'always',
  });
};

/** After a device came or went; the ways in which one is told change with it. */
export async function renewPush(queryClient: QueryClient): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: pushDevicesQuery.queryKey });
  await queryClient.invalidateQueries({ queryKey: ['push-here'] });
  await queryClient.invalidateQueries({ queryKey: preferencesQuery.queryKey });
}
