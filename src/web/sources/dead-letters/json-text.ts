/** What was sent, laid out for reading where it is JSON. */
export function formatRaw(raw: string): string {
  const read = readJson(raw);
  return 'value' in read ? JSON.stringify(read.value, null, 2) : raw;
}

/** JSON as somebody typed it, or why it is none. */
export function readJson(text: string): { readonly value: unknown } | { readonly problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
