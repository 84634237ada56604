/** The place of the one writer of a journal, for as long as its work lasts. */
export interface Place {
  /** Everything that counts so far has a sequence up to this one. */
  readonly lastSeq: number;
  /** Keeps the next sequences for up to so many events, before they are appended; the answer is the first. */
  reserve(events: number): Promise<number>;
  /** Says that so many of them are durable; the others are free again. Throws where the place was lost meanwhile. */
  settle(events: number): Promise<void>;
}

/** Gives the events of one workspace their sequences, each once, in their order of arrival. */
export interface Numbering {
  /** The sequence up to which all is durable. */
  lastSeq(): Promise<number>;
  /** One writer at a time. */
  inTurn<T>(write: (place: Place) => Promise<T>): Promise<T>;
}
