import { texts } from '#presentation/i18n/texts.ts';
import { color, definitionsContent, linesContent, pictureContent, printSheet, tableContent } from './pdf-parts.ts';
import type { Prepared } from './prepare-report.ts';

/** A document to print: question, pictures, the whole table with its head on each page, and what the figures mean. */
export async function writePdf(prepared: Prepared): Promise<Uint8Array> {
  const { document, language } = prepared;
  const { title, period, howToUse } = document;
  return printSheet({
    ...{ title, period, language, foot: document.standing.join(' · ') },
    content: [
      { text: document.question === '' ? title : document.question, fontSize: 16, bold: true },
      { text: `${title} · ${period}`, color: color('muted'), margin: [0, 2, 0, 10] },
      ...pictureContent(prepared),
      tableContent(document.table),
      { text: texts[language].t('file.sheetAbout'), fontSize: 13, bold: true, margin: [0, 8, 0, 6] },
      ...linesContent(document.about, language),
      ...(howToUse === '' ? [] : [{ text: howToUse, margin: [0, 6, 0, 6] as [number, number, number, number] }]),
      ...definitionsContent(document.definitions, language),
    ],
  });
}
