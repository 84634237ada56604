import { type AskedFields, reduceToAsked } from './asked-fields.ts';
import { compileMention, looksLikeContact } from './mention.ts';

/** What it takes to erase one customer from events. */
export interface ErasureRequest {
  /** The id under which events know the customer, and what stands in its place from now on. */
  readonly customer: string;
  readonly pseudonym: string;
  /** Every name the customer was given. */
  readonly names: readonly string[];
  /**
   * Whether tickets of somebody else carry this value too, so that it singles nobody out. `field` is `company`, `tier`,
   * `customer-type`, `region`, `tag`, `reason` or `fields.<name>`.
   */
  readonly isShared: (field: string, value: string) => boolean;
  /** What policies ask: the words they look for stay, so that the same policy applies. */
  readonly asked: AskedFields;
}

/** An erasure made ready to be asked of many values. */
export class Erasure {
  readonly customer: string;
  readonly pseudonym: string;
  readonly #request: ErasureRequest;
  readonly #names: (text: string) => boolean;

  constructor(request: ErasureRequest) {
    this.customer = request.customer;
    this.pseudonym = request.pseudonym;
    this.#request = request;
    this.#names = compileMention(request.customer, request.names);
  }

  /** Whether an id is that of the customer, erased or not yet. */
  isCustomer(id: unknown): boolean {
    return id === this.customer || id === this.pseudonym;
  }

  /** Whether a name is one of the customer's. */
  isName(name: unknown): boolean {
    return typeof name === 'string' && this.#request.names.includes(name.trim());
  }

  /** An id that may be the customer's. */
  idOf<T>(id: T): T | string {
    return id === this.customer ? this.pseudonym : id;
  }

  /** A value of a dimension if others share it, else what policies ask of it, else null. */
  keepValue(field: string, value: string): string | null {
    return this.#request.isShared(field, value) && !this.#tells(value) ? value : this.keepAsked(field, value);
  }

  /** Of a free text, what policies ask of it; null when they ask nothing, or name the customer themselves. */
  keepAsked(field: string, text: string): string | null {
    const asks = this.#request.asked.get(field);
    if (asks === undefined) return null;
    if (!this.#tells(text)) return reduceToAsked(text, asks);
    const kept = reduceToAsked(text, { ...asks, whole: false, equal: new Set() });
    return kept === null || this.#tells(kept) ? null : kept;
  }

  #tells(text: string): boolean {
    return looksLikeContact(text) || this.#names(text);
  }
}
