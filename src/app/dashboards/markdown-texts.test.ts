import { expect, test } from 'vitest';
import { textsOfMarkdown } from './markdown-texts.ts';

test('Markdown is told as people would write it without', () => {
  const markdown = `# Our promise

Read **n** first, then *why*; see [the wiki](https://wiki.example.org/sla)
and <https://example.org>.

- one \`code\`
- two

3. third
4. fourth

> said
<script>alert(1)</script>`;
  expect(textsOfMarkdown(markdown)).toEqual([
    'Our promise',
    'Read n first, then why; see the wiki (https://wiki.example.org/sla)\nand https://example.org.',
    '• one code',
    '• two',
    '3. third',
    '4. fourth',
    'said',
  ]);
  expect(textsOfMarkdown('')).toEqual([]);
  expect(textsOfMarkdown('2 * 3 = 6, a_b_c')).toEqual(['2 * 3 = 6, a_b_c']);
});
