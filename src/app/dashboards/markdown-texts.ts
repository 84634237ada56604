import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';

type Block = ReturnType<typeof fromMarkdown>['children'][number];

/** The blocks of a text in Markdown as plain texts, for mails and files: items of lists marked, links with their addresses. */
export function textsOfMarkdown(markdown: string): string[] {
  return fromMarkdown(markdown)
    .children.flatMap((block) => linesOf(block))
    .filter((line) => line.trim() !== '');
}

function linesOf(block: Block): string[] {
  if (block.type === 'list') {
    const first = block.start ?? 1;
    return block.children.map((item, index) => {
      const mark = block.ordered === true ? `${first + index}.` : '•';
      return `${mark} ${item.children.flatMap(linesOf).join(' ')}`;
    });
  }
  if (block.type === 'blockquote') return block.children.flatMap(linesOf);
  if (block.type === 'html') return [];
  return [inlineOf(block)];
}

/** The text of a block. What stands between the marks of Markdown stays, and the marks go. */
function inlineOf(node: Block): string {
  if (node.type === 'html') return '';
  if (node.type === 'break') return '\n';
  if (!('children' in node)) return textOf(node);
  const text = node.children.map((child) => inlineOf(child)).join('');
  return node.type === 'link' && text !== node.url ? `${text} (${node.url})` : text;
}
