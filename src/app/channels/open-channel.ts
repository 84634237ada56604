import { VigieError } from '#domain/error.ts';
import type { Channel } from '#records/watch/channels.ts';
import type { Keys } from '../keys.ts';
import { openSealed, seal } from '../seal.ts';

/** What only the server knows of a channel: where it leads, and the key by which webhooks are signed. */
export interface ChannelSecret {
  /** The address of a webhook, or of a mailbox. */
  readonly address: string;
  readonly key: string | null;
}

const purpose = 'channels';
const placeOf = ({ workspace, id }: Pick<Channel, 'workspace' | 'id'>) => JSON.stringify([workspace, id]);

export function sealChannel(
  keys: Keys,
  channel: Pick<Channel, 'workspace' | 'id'>,
  { address, key }: ChannelSecret,
): string {
  return seal(keys, purpose, placeOf(channel), JSON.stringify({ address, key }));
}

/** Throws `channel.not-sealed-here`. */
export function openChannel(keys: Keys, channel: Channel): ChannelSecret {
  const text = openSealed(keys, purpose, placeOf(channel), channel.sealed);
  if (text === null) throw new VigieError('channel.not-sealed-here', { id: channel.id });
  return JSON.parse(text);
}
