import type { MarkdownIt } from 'markdown-it';

/** What an address without a scheme can begin with, so that any other line costs one look. */
const candidate = /www\.|@/i;
/** What a `www.` can stand behind. */
const before = /[\s*_~("'“‘«„>|]/;

/**
 * Bare addresses become links: with a scheme, `www.…` (which gets `https://`), and e-mail addresses; a bare word with a
 * dot never does. Where one ends is GitHub's rule (GFM 6.9): punctuation behind it isn't part of it.
 */
export function bareLinks(md: MarkdownIt): void {
  const { linkify } = md;
  linkify.set({ fuzzyLink: false, fuzzyEmail: true });
  const web = { validate: trimmed((text, at) => lengthAt(linkify.re.get_http_validator(), text, at)) };
  for (const scheme of ['http:', 'https:', 'ftp:']) linkify.add(scheme, web);
  linkify.add('//');
  linkify.add('www.', {
    validate: trimmed((text, at) =>
      at === 4 || before.test(text[at - 5]!) ? lengthAt(linkify.re.get_relative_proto_validator(), text, at) : 0,
    ),
    normalize: (match) => {
      match.url = `https://${match.url}`;
    },
  });
  // Addresses with `://` were found while their line was read; this is asked of every line, for what is left.
  const test = linkify.test.bind(linkify);
  linkify.test = (text) => candidate.test(text) && test(text);
}

/** How long the rest of an address is, behind its scheme at `at`; 0 where it is none. */
type Validate = (text: string, at: number) => number;

function lengthAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Leaves out the punctuation, and what looks like an entity, at the end of what was found. */
function trimmed(validate: Validate): Validate {
  return (text, at) => {
    let end = at + validate(text, at);
    for (;;) {
      const entity = text[end] === ';' ? /&[a-z\d]{1,31}$/i.exec(text.slice(Math.max(at, end - 32), end)) : null;
      if (entity) end -= entity[0].length;
      else if (end > at && /[?!.,:*_~'"]/.test(text[end - 1]!)) end -= 1;
      else return end - at;
    }
  };
}
