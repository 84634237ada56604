/** Even numbers from a seed, the same on every machine (xoshiro128**, seeded by splitmix32). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d: number;

  constructor(seed: number) {
    let state = seed >>> 0;
    const next = (): number => {
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) >>> 0;
    };
    this.#a = next();
    this.#b = next();
    this.#c = next();
    this.#d = next() || 1;
  }

  #bits(): number {
    const product = Math.imul(this.#b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = this.#b << 9;
    this.#c ^= this.#a;
    this.#d ^= this.#b;
    this.#b ^= this.#c;
    this.#a ^= this.#d;
    this.#c ^= shifted;
    this.#d = (this.#d << 11) | (this.#d >>> 21);
    return result;
  }

  /** From 0, below 1. */
  unit(): number {
    return this.#bits() / 4_294_967_296;
  }

  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    return Math.floor(this.unit() * limit);
  }

  between(from: number, to: number): number {
    return from + this.unit() * (to - from);
  }

  chance(share: number): boolean {
    return this.unit() < share;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** A duration around `median`, skewed as waiting times are; a few are many times longer. */
  skewed(median: number, spread = 0.8): number {
    const bell = this.unit() + this.unit() + this.unit() + this.unit() - 2;
    return median * Math.exp(bell * 1.73 * spread);
  }
}

/** Items that are picked as often as their weights say. */
export class Weighted<Item> {
  readonly #items: readonly Item[];
  readonly #sums: readonly number[];
  readonly #total: number;

  constructor(weights: readonly (readonly [item: Item, weight: number])[]) {
    let sum = 0;
    this.#items = weights.map(([item]) => item);
    this.#sums = weights.map(([, weight]) => {
      sum += weight;
      return sum;
    });
    this.#total = sum;
  }

  pick(random: Random): Item {
    const wanted = random.unit() * this.#total;
    const found = this.#sums.findIndex((sum) => wanted < sum);
    return this.#items[found < 0 ? this.#items.length - 1 : found] as Item;
  }
}
