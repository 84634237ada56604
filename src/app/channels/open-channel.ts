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

/** The keys by which a webhook is signed at an instant, the newest first. Throws `channel.not-sealed-here`. */
export function openChannelKeys(keys: Keys, channel: Channel, now: number): string[] {
  const { key } = openChannel(keys, channel);
  const { oldSealed, oldUntil } = channel;
  const holds = oldSealed !== null && (oldUntil?.getTime() ?? 0) > now;
  const old = holds ? openChannel(keys, { ...channel, sealed: oldSealed }).key : null;
  return [key, old].flatMap((each) => each ?? []);
}

/** Throws `channel.not-sealed-here`. */
export function openChannel(keys: Keys, channel: Channel): ChannelSecret {
  const text = openSealed(keys, purpose, placeOf(channel), channel.sealed);
  if (text === null) throw new VigieError('channel.not-sealed-here', { id: channel.id });
  return JSON.parse(text);
}
