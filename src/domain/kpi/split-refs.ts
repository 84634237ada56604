/** A list of KPI references, separated by commas; those within the brackets of a formula separate its two figures. */
export function splitRefs(text: string): string[] {
  const refs: string[] = [];
  let depth = 0;
  let ref = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) {
      refs.push(ref.trim());
      ref = '';
    } else ref += letter;
  }
  return [...refs, ref.trim()].filter((each) => each !== '');
}
