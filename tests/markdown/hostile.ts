import fc from 'fast-check';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/** HTML that runs code in some browser, where nobody takes it out. */
const vectors: readonly string[] = [
  '<script>run()</script>',
  '<script src=//evil.example/x.js></script>',
  '<img src=x onerror=run()>',
  '<img src="x" onerror="run()" alt=">">',
  '<svg onload=run()>',
  '<svg><script>run()</script></svg>',
  '<svg><a href="javascript:run()"><text>x</text></a></svg>',
  '<svg><animate attributeName=href values="javascript:run()"/></svg>',
  '<svg><title><style><img src="</style><img src=x onerror=run()>"></style></title></svg>',
  '<svg><foreignObject><iframe srcdoc="<script>run()</script>"></foreignObject></svg>',
  '<svg><use href="data:image/svg+xml,<svg id=x onload=run()>#x"/></svg>',
  '<math><mi href="javascript:run()">x</mi></math>',
  '<math><mtext><table><mglyph><style><img src=x onerror=run()></style></mglyph></table></mtext></math>',
  '<a href="javascript:run()">x</a>',
  '<a href="&#106;avascript:run()">x</a>',
  '<a href="java&#9;script:run()">x</a>',
  '<a href="&#1;javascript:run()">x</a>',
  '<a href=" \u0001javascript:run()">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
  '<a href="vbscript:run()">x</a>',
  '<a title="</a><script>run()</script>" href="#">x</a>',
  '<a href="x" title="`onmouseover=run()">x</a>',
  '[x](javascript:run())',
  '[x](<javascript:run()>)',
  '[x](java&Tab;script:run())',
  '![x](data:text/html,<script>run()</script>)',
  '[x]\n\n[x]: javascript:run()',
  '<javascript:run()>',
  '[x](y){href="javascript:run()"}',
  '[x](y){onclick="run()" style="background:url(//evil.example)"}',
  '*x*{: style="position:fixed" onfocus=run()}',
  '# x {#a onload=run()}',
  '<p style="background:url(javascript:run())">x</p>',
  '<p style="background:u\\72l(//evil.example/x)">x</p>',
  '<p style="width: expression(run())">x</p>',
  '<p style="x:y;background-image:image-set(\'//evil.example/x\' 1x)">x</p>',
  '<style>@import "//evil.example";</style>',
  '<link rel=stylesheet href=//evil.example>',
  '<base href="//evil.example">',
  '<meta http-equiv=refresh content="0;url=javascript:run()">',
  '<iframe src="javascript:run()"></iframe>',
  '<iframe srcdoc="<script>run()</script>"></iframe>',
  '<iframe src="https://evil.example/#https://www.youtube.com/embed/x"></iframe>',
  '<iframe src="https://www.youtube.com@evil.example/embed/x"></iframe>',
  '<iframe src="https://www.youtube.com.evil.example/embed/x"></iframe>',
  '<iframe src="https://www.youtube.com/embed/../redirect?q=x"></iframe>',
  '<iframe src="https://www.youtube.com/embed/x"><script>run()</script></iframe>',
  '<iframe src="//evil.example\\@www.youtube.com/embed/x"></iframe>',
  '<object data="javascript:run()"></object>',
  '<embed src="javascript:run()">',
  '<form action="javascript:run()"><input type=image src=x onerror=run()></form>',
  '<button formaction="javascript:run()">x</button>',
  '<input type="checkbox" autofocus onfocus=run()>',
  '<details open ontoggle=run()>x</details>',
  '<video poster="javascript:run()"><source onerror=run() src=x></video>',
  '<audio src=x onerror=run()></audio>',
  '<img srcset="javascript:run() 1x, x 2x">',
  '<marquee onstart=run()>x</marquee>',
  '<noscript><p title="</noscript><img src=x onerror=run()>"></noscript>',
  '<textarea><script>run()</script></textarea>',
  '<xmp><p title="</xmp><script>run()</script>"></xmp>',
  '<title><a title="</title><script>run()</script>"></title>',
  '<template><script>run()</script></template>',
  '<!--><script>run()</script>-->',
  '<!-- --!><script>run()</script> -->',
  '<![CDATA[<script>run()</script>]]>',
  '<?xml version="1.0"?><script>run()</script>',
  '<div markdown="1">\n<script>run()</script>\n[x](javascript:run())\n</div>',
  '<p markdown="span" onclick="run()">*x*</p>',
  '<img src="data:image/svg+xml,<svg onload=run()>">',
  '<a href="&#1;0&#2;" data-size="&#5;9&#2;">x</a>',
  '<wbr data-cut="&#5;&#2;">',
  '<IFRAME src="https://evil.example"></IFRAME><INPUT onfocus=run()><TITLE>x</TITLE>',
];

/** What can stand around it, or in its way. */
const pieces: readonly string[] = [
  ...[
    '<',
    '>',
    '"',
    "'",
    '`',
    '=',
    '/',
    '&',
    ';',
    ' ',
    '\n',
    '\n\n',
    '\t',
    '\r',
    '\0',
    '\u0001',
    '\u0002',
    '\ufeff',
    '\\',
  ],
  ...[
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<b',
    '<a ',
    'href=',
    'src=',
    'onload=',
    '<!--',
    '-->',
    '<svg>',
    '</svg>',
    '<title>',
  ],
  ...[
    '*',
    '_',
    '**',
    '[',
    ']',
    '(',
    ')',
    '![',
    '](',
    '{',
    '}',
    '{:',
    '{{',
    '}}',
    '{%',
    '%}',
    '<%',
    '%>',
    '|',
    '~',
    '^',
    ':',
  ],
  ...[
    '# ',
    '- ',
    '> ',
    '1. ',
    '    ',
    '```',
    '~~~',
    '!!! note\n    ',
    '=== "A"\n    ',
    '[^1]',
    '[^1]: ',
    '*[A]: ',
    '<!-- more -->',
  ],
  ...[
    'https://',
    'www.a.example',
    'a@b.example',
    '&#106;',
    '&lt;',
    '&colon;',
    'javascript:',
    'a',
    'é',
    '日',
    '\u202e',
    ':smile:',
  ],
  ...[
    'markdown="1"',
    '<div markdown="1">',
    '<iframe src="https://www.youtube.com/embed/x">',
    '</iframe>',
    '<img src="a.png">',
  ],
];

const vector = fc.constantFrom(...vectors);
const piece = fc.constantFrom(...pieces);
const case_ = (text: string): string =>
  text.replace(/[a-z]/g, (letter, at: number) => (at % 2 ? letter.toUpperCase() : letter));
const entities = (text: string): string =>
  text.replace(/[a-z:]/g, (letter, at: number) => (at % 3 ? letter : `&#${letter.charCodeAt(0)};`));

/** A vector with something put into it, taken out of it, or doubled. */
const mutated = fc
  .tuple(
    vector,
    fc.nat(200),
    fc.nat(8),
    fc.array(piece, { maxLength: 3 }),
    fc.constantFrom('none', 'case', 'entities', 'twice', 'nul'),
  )
  .map(([text, at, cut, put, how]) => {
    const where = at % (text.length + 1);
    const changed = text.slice(0, where) + put.join('') + text.slice(where + cut);
    if (how === 'case') return case_(changed);
    if (how === 'entities') return entities(changed);
    if (how === 'twice') return text.slice(0, where) + text + text.slice(where);
    return how === 'nul' ? changed.split('').join('\0').slice(0, 200) : changed;
  });

/** Markdown of somebody who means harm. */
export const hostile: fc.Arbitrary<string> = fc
  .array(
    fc.oneof({ weight: 2, arbitrary: mutated }, { weight: 1, arbitrary: vector }, { weight: 3, arbitrary: piece }),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

export const everyVector: readonly string[] = vectors;

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.DocumentFragment;

const never = new Set(
  'script style link base meta object embed applet form button textarea select frame frameset template noscript math use foreignobject animate set'.split(
    ' ',
  ),
);
const frame =
  /^https:\/\/(?:(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/|player\.vimeo\.com\/video\/|www\.openstreetmap\.org\/|[\w.:-]+\/videos\/embed\/)/;

/** What a browser would run, load or ask for, of what it makes of some HTML. */
export function dangersIn(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('tagName' in node) {
      if (never.has(node.tagName.toLowerCase())) found.push(`<${node.tagName}>`);
      const attributes = new Map(node.attrs.map(({ name, value }) => [name.toLowerCase(), value]));
      for (const [name, value] of attributes) {
        const bare = value.replace(/[\0-\u0020\u007f-\u00a0]+/g, '').toLowerCase();
        if (name.startsWith('on')) found.push(`${name}=${value}`);
        if (name === 'srcdoc' || name === 'formaction') found.push(`${name}=${value}`);
        if (
          /(?:^|,)(?:javascript|vbscript|data):/.test(bare) &&
          !/^(?:data-|aria-|title|alt|id|class|style)/.test(name)
        )
          found.push(`${name}=${value}`);
        if (
          name === 'style' &&
          /(?:url|expression|image|image-set)\(|@import|position:(?:fixed|absolute|sticky)|\\/.test(bare)
        )
          found.push(`${name}=${value}`);
      }
      if (node.tagName === 'iframe' && !frame.test(new URL(attributes.get('src') ?? '', 'http://x.example').href))
        found.push(`<iframe src=${attributes.get('src')}>`);
      if (node.tagName === 'input' && !/^(?:checkbox|radio)$/i.test(attributes.get('type') ?? ''))
        found.push('<input>');
      if ('content' in node) visit((node as DefaultTreeAdapterTypes.Template).content);
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
  return found;
}
