import type { MarkdownIt } from 'markdown-it';

/** An attribute that is true by being there is written without a value: `<details open>`. */
export function booleanAttributes(md: MarkdownIt): void {
  const renderAttrs = md.renderer.renderAttrs.bind(md.renderer);
  md.renderer.renderAttrs = (token) => {
    const written = renderAttrs(token);
    // Quotes within a value are references by now.
    return written.includes('=""')
      ? written.replace(/ (checked|controls|disabled|download|open|reversed)=""/g, ' $1')
      : written;
  };
}
