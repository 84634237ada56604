/** Collects the values of a statement; SQL text only ever holds their placeholders. */
export class Binder {
  readonly #values: Record<string, unknown> = {};
  readonly #names = new Map<string, string>();

  /** The placeholder `{p1:Type}` of a value. */
  bind(value: unknown, type: string): string {
    const key = `${type} ${JSON.stringify(value)}`;
    let name = this.#names.get(key);
    if (name === undefined) {
      name = `p${this.#names.size}`;
      this.#names.set(key, name);
      this.#values[name] = value;
    }
    return `{${name}:${type}}`;
  }

  /** The one place where a statement is tied to its workspace. */
  params(workspace: string): { readonly workspace: string; readonly [name: string]: unknown } {
    return { ...this.#values, workspace };
  }
}

export const quoteName = (name: string): string => `\`${name.replaceAll('`', '')}\``;

/** A text where no placeholder may stand: in a setting, or in the definition of a table. */
export const quoteText = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
