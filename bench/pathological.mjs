/** Inputs that a parser may choke on, by what they are made of. Each takes a length in bytes, and gives about as much. */

const filled = (unit) => (length) => unit.repeat(Math.ceil(length / unit.length));
/** So many at the front, and as many at the back. */
const nested =
  (open, close, inside = 'a') =>
  (length) => {
    const count = Math.floor(length / (open.length + close.length));
    return open.repeat(count) + inside + close.repeat(count);
  };
/** A definition, and then what may refer to it. */
const below = (definition, unit) => (length) => definition + filled(unit)(length);
/** Pieces that all differ. */
const numbered = (piece) => (length) => {
  const pieces = [];
  for (let at = 0; at < length; at += pieces.at(-1).length) pieces.push(piece(pieces.length));
  return pieces.join('');
};
/** Lines each of which is indented deeper; bounded, as the indentation itself grows with the square. */
const deeper = (sign) => (length) => {
  const step = Array.from({ length: 50 }, (_, depth) => `${'  '.repeat(depth)}${sign}a\n`).join('');
  return filled(`${step}\n`)(length);
};

const repeated = (units) => Object.fromEntries(units.map((unit) => [JSON.stringify(unit), filled(unit)]));

export const inputs = {
  // Openers that nothing closes
  ...repeated([
    '[',
    '![',
    '(',
    '*',
    '**',
    '_',
    '~~',
    '`',
    '<',
    '&',
    '\\',
    '"',
    '{',
    '{{',
    '{%',
    '<%',
    ':',
    '==',
    '^',
    '~',
  ]),
  ...repeated([
    '[a](',
    '[a](<',
    '[a][',
    '[a] [',
    '![a](',
    '*a ',
    '**a ',
    '_a ',
    '`a',
    '~~a ',
    '==a ',
    '^^a ',
    '^a',
    '~a',
    '<a ',
  ]),
  ...repeated([
    '[^',
    '[^a',
    '*[',
    '!!!',
    '???',
    '===',
    '{.a',
    '{:',
    '{a="',
    '{: .a',
    ':a',
    'https://',
    'www.',
    '@',
    'a@b.',
    '#a',
  ]),
  ...repeated(['<!--', '<!-- a', '<?', '<![CDATA[', '<!a', '</', '<a href="', '<div', '<div markdown>', '<br>', '&#']),
  // The same on lines of their own
  ...repeated([
    '> ',
    '- ',
    '1. ',
    '# ',
    '##a\n',
    '|',
    '|a',
    '| a\n',
    '|a|\n|-|\n',
    '    a\n',
    '\n',
    '\t',
    ' ',
    'a\n',
    'a  \n',
    '\\\n',
  ]),
  ...repeated([
    '!!! note\n',
    '!!! a\n    b\n',
    '??? "a" ',
    '=== "a"\n',
    '===! "a"\n    b\n',
    '===\n',
    '---\n',
    ': a\n',
    'a\n: b\n\n',
  ]),
  ...repeated([
    '```\n',
    '~~~\n',
    '``` a {.b}\n',
    '<div>\n',
    '<div>\n\n',
    '<div markdown>\n',
    '<div markdown>\n\n',
    '<!-- more -->\n',
  ]),
  ...repeated([
    '[a]: b\n',
    '[a]: "',
    '[^a]: b\n',
    '*[a]: b\n',
    '{:a: .b}\n',
    '{:a}\n',
    '{.a}\n',
    '[TOC]\n\n## a\n\n',
    '- [ ] a\n',
    '> [!NOTE]\n',
  ]),
  // Whole forms by the thousand
  ...repeated([
    '[a](b) ',
    '![a](b) ',
    '<a href="b">c</a> ',
    '*a* **b** `c` ',
    'https://a.example ',
    'www.a.example ',
    'a@b.example ',
  ]),
  ...repeated([
    '*a*{.b} ',
    '*a*{onclick=b} ',
    '{.a}',
    'a {.b}\n\n',
    '- a {.b}\n',
    '- {.a} b\n',
    '## a {.b}\n',
    '## a\n{.b}\n',
    '|a {.b}',
  ]),
  ...repeated([
    ':smile: ',
    ':material-home: ',
    ':material-hoem: ',
    '==a== x^2^ H~2~O ',
    '{{ a }} ',
    '{% a %} ',
    '<%= a %> ',
    '"a" ',
  ]),
  ...repeated([
    '> [!NOTE]\n> a\n\n',
    '```js\na = 1\n```\n',
    '``` mermaid\na\n```\n',
    '<img src="a">\n',
    '<p>{{ a }}</p>\n',
    '<iframe src="a"></iframe>\n',
  ]),
  // Forms in each other
  'nested [': nested('[', ']'),
  'nested [](': nested('[', '](b)'),
  'nested ![': nested('![', '](b)'),
  'nested *': nested('*', '*'),
  'nested * and _': nested('*_', '_*'),
  'nested **': nested('**a ', ' a**'),
  'nested ==': nested('==a ', ' a=='),
  'nested ^': nested('^a', 'a^'),
  'nested (': nested('[a](', ')'),
  'nested <div>': nested('<div>', '</div>'),
  'nested <div markdown>': nested('<div markdown>\n', '</div>\n', 'a\n'),
  'nested {': nested('{', '}'),
  'nested lists': deeper('- '),
  'nested numbers': deeper('1. '),
  'nested !!!': (length) => {
    const step = Array.from({ length: 40 }, (_, depth) => `${'    '.repeat(depth)}!!! note\n`).join('');
    return filled(`${step}${'    '.repeat(40)}a\n\n`)(length);
  },
  // Many of what must be told apart
  references: (length) => numbered((at) => `[a${at}]: b\n`)(length / 2) + numbered((at) => `[a${at}] `)(length / 2),
  'references with a space': (length) => `[b]: c\n\n${numbered((at) => `[a${at}] [b] `)(length)}`,
  footnotes: (length) =>
    `${numbered((at) => `[^${at}]: b\n`)(length / 2)}\n${numbered((at) => `[^${at}] `)(length / 2)}`,
  'a footnote': below('[^a]: b\n\n', '[^a] '),
  abbreviations: (length) => numbered((at) => `*[A${at}]: b\n`)(length / 2) + numbered((at) => `A${at} `)(length / 2),
  'an abbreviation': below('*[a]: b\n\n', 'a '),
  'definitions of lists': (length) =>
    numbered((at) => `{:a${at}: .b}\n\n`)(length / 2) + numbered((at) => `*a*{:a${at}} `)(length / 2),
  headings: numbered((at) => `## a${at}\n`),
  'headings alike': filled('## a\n'),
  links: numbered((at) => `[a](b${at}.md) `),
  pictures: numbered((at) => `![a](b${at}.png)\n\n`),
  'icons unknown': numbered((at) => `:material-a${at}: `),
  'backticks of all lengths': numbered((at) => `${'`'.repeat((at % 200) + 1)} a `),
  'a row of cells': (length) =>
    `${filled('|a')(length / 3)}|\n${filled('|-')(length / 3)}|\n${filled('|b')(length / 3)}|\n`,
  'rows of a wide table': (length) =>
    `${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${filled('|b')(100)
      .concat('|\n')
      .repeat(Math.ceil(length / 103))}`,
  'cells over others': below('|a|b|\n|-|-|\n', '|a {colspan=2 rowspan=9}| |\n'),
  'rows cut short': (length) =>
    `${'|a'.repeat(Math.ceil(length / 8))}|\n${'|-'.repeat(Math.ceil(length / 8))}|\n${'b\n'.repeat(Math.ceil(length / 4))}`,
  'a long line of code': (length) => `\`\`\`js\n${filled('a = "b" + (')(length)}\n\`\`\`\n`,
  code: (length) => `\`\`\`python\n${filled('def a(b): return b\n')(length)}\`\`\`\n`,
  'one word': filled('a'),
  words: filled('tea and cake, cake and tea. '),
};
