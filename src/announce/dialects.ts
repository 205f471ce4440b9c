/** How a place marks up what is pasted there. Signs in the words themselves must not become markup, nor call anybody. */
export interface Dialect {
  /** @param atStart whether a line begins with it */
  text(text: string, atStart: boolean): string;
  strong(marked: string): string;
  em(marked: string): string;
  code(text: string): string;
  /** An address that stands for itself. */
  url(url: string): string;
  /** @param label already marked up */
  link(label: string, url: string): string;
  heading(marked: string, level: number): string;
  block(code: string): string;
  readonly bullet: string;
  /** Between two lines of one paragraph. */
  readonly lineEnd: string;
  /** Adds what shows a time to each reader in their own zone. @param instant in seconds since 1970 */
  time(marked: string, instant: number): string;
}

const same = (text: string): string => text;

/** `@name` with what isn't seen in between, so that nobody of that name is called. */
const callingNobody = (text: string): string => text.replace(/(?<!\w)@(?=[\w!&])/g, '@\u200b');

const address = /(https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+)/gi;

/** Changes a text but for the addresses in it, which are every second part. */
const aroundAddresses = (text: string, change: (text: string) => string): string =>
  text
    .split(address)
    .map((part, index) => (index % 2 ? part : change(part)))
    .join('');

/** No markup at all. */
export const plain: Dialect = {
  text: same,
  strong: same,
  em: same,
  code: same,
  url: same,
  link: (label, url) => `${label} (${url})`,
  heading: same,
  block: same,
  bullet: '•',
  lineEnd: '\n',
  time: same,
};

/** Plain text in which `@name` would call somebody. */
export const social: Dialect = {
  ...plain,
  text: (text) => aroundAddresses(text, callingNobody),
  code: callingNobody,
  block: callingNobody,
};

/** CommonMark 0.31. */
export const markdown: Dialect = {
  text(text, atStart) {
    const escaped = aroundAddresses(text, (part) => part.replace(/[\\`*_[\]<>~|]|&(?=#?\w+;)/g, '\\$&'));
    return atStart ? escaped.replace(/^(\s*)([#+=-])/, '$1\\$2').replace(/^(\s*\d{1,9})(?=[.)])/, '$1\\') : escaped;
  },
  strong: (marked) => `**${marked}**`,
  em: (marked) => `*${marked}*`,
  code(text) {
    const fence = fenceFor(text, '`');
    const blank = /^`|`$/.test(text) ? ' ' : '';
    return fence + blank + text + blank + fence;
  },
  url: same,
  link: (label, url) => `[${label}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`,
  heading: (marked, level) => `${'#'.repeat(level)} ${marked}`,
  block(code) {
    const fence = fenceFor(code, '```');
    return `${fence}\n${code}\n${fence}`;
  },
  bullet: '-',
  lineEnd: '  \n',
  time: same,
};

/** A row of backticks that is not in the code. */
function fenceFor(code: string, shortest: string): string {
  let fence = shortest;
  while (code.includes(fence)) fence += '`';
  return fence;
}

/** https://discord.com/developers/docs/reference#message-formatting */
export const discord: Dialect = {
  ...markdown,
  lineEnd: '\n',
  text: (text, atStart) => callingEvenThereNobody(aroundAddresses(markdown.text(text, atStart), callingNobody)),
  url: (url) => callingEvenThereNobody(url),
  link: (label, url) => markdown.link(label, callingEvenThereNobody(url)),
  heading: (marked, level) => markdown.heading(marked, Math.min(level, 3)),
  time: (marked, instant) => `${marked} (<t:${instant}:F>)`,
};

/** Discord looks for these two wherever they stand, also in an address. */
function callingEvenThereNobody(text: string): string {
  return text.replace(/@(?=everyone|here)/g, '%40');
}

/** Signs that look like those with which Slack marks up. */
const likenesses: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };
const likeness = (sign: string): string => likenesses[sign]!;

/** What Slack’s composer takes for formatting. It knows no escapes, and marks up at the edges of words alone. */
export const slack: Dialect = {
  ...plain,
  text(text, atStart) {
    const kept = aroundAddresses(text, (part) =>
      callingNobody(part.replace(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu, likeness)),
    );
    return atStart ? kept.replace(/^>/, '›') : kept;
  },
  strong: (marked) => `*${marked}*`,
  em: (marked) => `_${marked}_`,
  code: (text) => `\`${text.replace(/`/g, likeness)}\``,
  heading: (marked) => `*${marked}*`,
  block: (code) => `\`\`\`\n${code.replace(/```/g, "'''")}\n\`\`\``,
};
