import { badCell, type CellReader, type CellValue, detach } from './cell.ts';

/** A growing list of integers in four bytes each. */
export class IntColumn {
  #data = new Int32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  at(index: number): number {
    return this.#data[index] as number;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }
}

/** A growing list of numbers in eight bytes each. */
export class NumberColumn {
  #data = new Float64Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length++] = value;
  }

  at(index: number): number {
    return this.#data[index] as number;
  }

  set(index: number, value: number): void {
    this.#data[index] = value;
  }
}

/** Codes that stand for no value of a dictionary. */
export const unchangedCode = -1;
export const badCode = -2;

/**
 * The cells of one column as codes: each distinct cell is read once. Cells that mean the same have one code, except where
 * `keepLabels` tells the source's own words apart.
 */
export class Dictionary {
  readonly values: Exclude<CellValue, undefined | typeof badCell>[] = [];
  /** The source's own word of each code. */
  readonly labels: string[] = [];
  /** How often a cell was met that the mapping's values do not list. */
  readonly unmapped = new Map<string, number>();
  readonly #read: CellReader;
  readonly #keepLabels: boolean;
  readonly #codeOfCell = new Map<string, number>();
  readonly #codeOfMeaning = new Map<string, number>();

  constructor(read: CellReader, keepLabels = false) {
    this.#read = read;
    this.#keepLabels = keepLabels;
  }

  encode(cell: string): number {
    const code = this.#codeOfCell.get(cell) ?? this.#learn(detach(cell));
    if (code === unchangedCode) this.#countUnmapped(cell);
    return code;
  }

  #learn(cell: string): number {
    const value = this.#read(cell);
    const code = this.#codeOf(cell.trim(), value);
    this.#codeOfCell.set(cell, code);
    return code;
  }

  #codeOf(label: string, value: CellValue): number {
    if (value === undefined) return unchangedCode;
    if (value === badCell) return badCode;
    const meaning = this.#keepLabels ? label : JSON.stringify(value);
    const known = this.#codeOfMeaning.get(meaning);
    if (known !== undefined) return known;
    const code = this.values.length;
    this.values.push(value);
    this.labels.push(label);
    this.#codeOfMeaning.set(meaning, code);
    return code;
  }

  #countUnmapped(cell: string): void {
    const word = cell.trim();
    if (word === '' || (this.unmapped.size >= 100 && !this.unmapped.has(word))) return;
    const label = this.unmapped.has(word) ? word : detach(word);
    this.unmapped.set(label, (this.unmapped.get(label) ?? 0) + 1);
  }
}
