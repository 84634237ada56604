import Markdown from 'react-markdown';
import classes from './board.module.css';

/** A page has one first heading, and a tile stands under its second. */
const headings = { h1: 'h3', h2: 'h4', h3: 'h5', h4: 'h5', h5: 'h5', h6: 'h5' } as const;
const allowed = ['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'strong', 'em', 'a', 'ul', 'ol', 'li', 'code', 'br', 'hr'];

/** A text of a dashboard: a part of Markdown; HTML in it stays text, and pictures are not fetched. */
export function TextView({ text }: { readonly text: string }) {
  return (
    <div className={classes.text}>
      <Markdown skipHtml allowedElements={allowed} unwrapDisallowed components={headings}>
        {text}
      </Markdown>
    </div>
  );
}
