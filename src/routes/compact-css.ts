/** What is kept as it is (strings, addresses), or white space with the comments in it. */
const parts = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))|(?:\s|\/\*.*?\*\/)+/gis;
const comments = /^\/\*.*\*\/$/s;
const punctuation = new Set(['{', '}', ';', ',', undefined]);

/** The same style sheet without its comments and most of its white space, which readers would only wait for. */
export const compactCss = (css: string): string =>
  css.replace(parts, (part: string, kept: string | undefined, offset: number) => {
    if (kept !== undefined) return kept;
    if (punctuation.has(css[offset - 1]) || punctuation.has(css[offset + part.length])) return '';
    // Without any space, it keeps two words apart that a space would make others.
    return comments.test(part) ? '/**/' : ' ';
  });
