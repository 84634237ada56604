import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, Date, Date>;
type MaybeInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;
type MaybeText = ColumnType<string | null, string | null | undefined, string | null>;

/** The pair of keys that signs what Vigie sends to push services (VAPID, RFC 8292): one of the installation. */
export interface PushKeyTable {
  id: 'vapid';
  /** An uncompressed point of P-256, base64url. */
  publicKey: string;
  sealed: string;
}

/** A browser on which a member asked to be told. */
export interface PushDeviceTable {
  workspace: string;
  id: string;
  userId: string;
  /** In which session it was asked for; it ends with it when that is signed out. */
  session: MaybeText;
  /** Tells browsers apart without saying where they are reached. */
  endpointHash: string;
  /** Where it is reached, and with which keys. */
  sealed: string;
  userAgent: MaybeText;
  createdAt: Instant;
  lastSentAt: MaybeInstant;
  /** Why the last message was not taken; null: it was. */
  failure: MaybeText;
}

/** A message that one device is still to be sent: the notifications of a batch. */
export interface PushDeliveryTable {
  workspace: string;
  batch: string;
  device: string;
  sendAt: Instant;
  attempts: ColumnType<number, number | undefined, number>;
}

export interface PushTables {
  pushKeys: PushKeyTable;
  pushDevices: PushDeviceTable;
  pushDeliveries: PushDeliveryTable;
}
