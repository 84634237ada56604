import type { ColumnType } from 'kysely';

type Instant = ColumnType<Date, Date, Date>;

/** The one pair of keys by which push services know this installation. */
export interface PushKeyTable {
  id: 'vapid';
  /** As browsers take it: an uncompressed point of P-256, base64url. */
  publicKey: string;
  /** The private key, sealed. */
  sealed: string;
  createdAt: Instant;
}

/** A browser that a member lets Vigie notify. */
export interface PushDeviceTable {
  workspace: string;
  id: string;
  userId: string;
  /** What its member knows it by, as `Firefox · Linux`. */
  name: string;
  /** SHA-256 of the address that the browser gave, in hex. */
  endpointDigest: string;
  /** That address and the keys of the browser, sealed. */
  sealed: string;
  createdAt: Instant;
  /** When it last took something. */
  sentAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
}

/** One notification that goes to one device. `failed`: given up. */
export interface PushDeliveryTable {
  workspace: string;
  notification: string;
  device: string;
  state: 'due' | 'sent' | 'failed';
  /** When it goes out, or is tried again. */
  sendAt: Instant;
  attempts: ColumnType<number, number | undefined, number>;
  /** Why it was not taken. */
  answer: ColumnType<string | null, string | null | undefined, string | null>;
}
