import type { Code } from '../catalogue.ts';
import type { ExampleFiles, Explanation } from './explanation.ts';

const about = (body: string, more: ExampleFiles = {}): ExampleFiles => ({ 'content/about.md': `${body}\n`, ...more });

export const markdown = {
  'unspaced-heading': {
    why: 'In Markdown a heading has a space behind its sign. Without it, readers see the signs.',
    help: 'Put a space behind the sign, or a backslash before it where it is no heading.',
    bad: about('##Who we are'),
    mended: about('## Who we are'),
  },
  'template-tag': {
    why: 'The text holds a tag of another generator, or of a template. Nothing in content is run, so readers would see it as it is.',
    help: 'Write what should stand there. To show such a tag, put it between backticks.',
    bad: about('We meet in {{ site.city }}.'),
    mended: about('We meet in Lisbon.'),
  },
  'removed-html': {
    why: 'A site that is built with `--untrusted` holds what strangers sent. HTML that runs code, loads something or covers the page is taken out of it.',
    help: 'Take it out, or build without `--untrusted` what you wrote yourself.',
    bad: about('Hello <b onclick="alert(1)">there</b>.'),
    mended: about('Hello <b>there</b>.'),
    flags: { untrusted: true },
  },
  'missing-scheme': {
    why: 'Browsers take an address without `https://` for a page of your own site. It was completed here, and would not be elsewhere.',
    help: 'Write the whole address, with `https://`.',
    bad: about('[Our code](github.com/tea-talks)'),
    mended: about('[Our code](https://github.com/tea-talks)'),
  },
  'unsafe-link': {
    why: 'An address such as `javascript:` runs code on the page of whoever follows it. No meetup needs that, and strangers who send pull requests might.',
    help: 'Write an address that begins with `https://`.',
    bad: about('[A joke](#){href="javascript:alert(1)"}'),
    mended: about('[A joke](https://jokes.example)'),
  },
  'dropped-attribute': {
    why: 'An attribute list can set classes, ids and a few more. What runs code, or would hide or cover the page, is left out.',
    help: 'Take it out of the list.',
    bad: about('![Tea](/assets/tea.svg){ onclick="alert(1)" }', {
      'assets/tea.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }),
    mended: about('![Tea](/assets/tea.svg){ width="200" }', {
      'assets/tea.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }),
  },
  'unknown-language': {
    why: 'The word behind the fence says in which language to colour the code. This one is not known, and is near to one that is.',
    help: 'Correct the name of the language, or leave it out for code without colours.',
    bad: about('```pyhton\nprint("tea")\n```'),
    mended: about('```python\nprint("tea")\n```'),
  },
  'no-diagram-library': {
    why: 'What draws diagrams is large, and few sites need it, so it is a package of its own that may be missing.',
    help: 'Install it with `npm install @mermaid-js/tiny@11`. Without it readers see a diagram’s source.',
    situation:
      'A page holds a fence of the language `mermaid`, and `@mermaid-js/tiny` was left out when Meetpress was installed, as with `npm install --omit=optional`.',
    test: 'tests/routes/diagrams.test.ts',
  },
  'missing-body': {
    why: 'What belongs to an admonition or a tab is indented by four spaces below it. Without that the line is an ordinary text.',
    help: 'Indent what belongs to it by four spaces.',
    bad: about('!!! note\nBring a cup.'),
    mended: about('!!! note\n    Bring a cup.'),
  },
  'unknown-icon': {
    why: 'There is no picture for this name, so readers see the name between its colons.',
    help: 'Look the name up in the set that it begins with, or put the colons between backticks.',
    bad: about('Chat with us :fontawesome-brands-discrod:'),
    mended: about('Chat with us :fontawesome-brands-discord:'),
  },
  'broken-link': {
    why: 'Whoever follows the link finds nothing. The page was renamed or removed, is a draft, or the path has a mistake.',
    help: 'Correct the path. It counts from the file in which it stands, or from the site’s root where it begins with a slash.',
    bad: about('Read our [rules](conduct.md).', { 'content/code-of-conduct.md': 'Be kind.\n' }),
    mended: about('Read our [rules](code-of-conduct.md).', { 'content/code-of-conduct.md': 'Be kind.\n' }),
  },
  'broken-image': {
    why: 'Readers would see a torn picture. It was not added to the repository, or its name differs, often in a capital letter alone.',
    help: 'Put the picture beside the file or into `assets/`, and write its name as it is, capitals included.',
    bad: about('![Our group in a garden](group.svg)'),
    mended: about('![Our group in a garden](group.svg)', {
      'content/group.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }),
  },
  'broken-picture': {
    why: 'The file is there, and no picture is in it: it was cut off while it was copied, is a web page that was saved under a picture’s name, or is so large that few browsers would show it.',
    help: 'Copy the picture once more from where it came, or open it in a program for pictures and save it anew.',
    bad: about('![Our group in a garden](group.jpg)', { 'content/group.jpg': '<!doctype html>\n<p>Log in first.\n' }),
    mended: about('![Our group in a garden](group.svg)', {
      'content/group.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    }),
  },
  'no-image-library': {
    why: 'What scales pictures is made for each kind of machine, and there may be none for this one, or it was left out. Photographs then arrive in full, with the place where they were taken.',
    help: 'Install it with `npm install sharp`. Where pictures are to be published as they are, write `images: false` in site.yaml.',
    situation:
      'A site has pictures, and `sharp` was left out when Meetpress was installed, as with `npm install --omit=optional`.',
    test: 'tests/pictures/pictures.test.ts',
  },
  'no-card-library': {
    why: 'What draws cards is made for each kind of machine, and there may be none for this one, or it was left out. Networks then show links to the site with their words alone.',
    help: 'Install it with `npm install satori @resvg/resvg-js @fontsource/inter`. Where there are to be no cards, write `cards: false` in site.yaml.',
    situation:
      'A site says its `url`, and `satori` was left out when Meetpress was installed, as with `npm install --omit=optional`.',
    test: 'tests/cards/cards.test.ts',
  },
  'no-search-library': {
    why: 'What makes the index is made for each kind of machine, and there may be none for this one, or it was left out. The site is published without its search; `/talks/` and `/tags/` lead readers instead.',
    help: 'Install it with `npm install pagefind`. Where there is to be no search, write `search: false` in site.yaml.',
    situation: '`pagefind` was left out when Meetpress was installed, as with `npm install --omit=optional`.',
    test: 'tests/search/search.test.ts',
  },
  'no-search-index': {
    why: 'The pages were ready, and the program that makes their index ended or refused one of them. Published like this, the search would find nothing.',
    help: 'Build once more. Where it fails again, install `pagefind` anew, or write `search: false` in site.yaml.',
    situation: 'The program of `pagefind` is damaged, may not be run on this machine, or found no memory.',
    test: 'tests/search/search.test.ts',
  },
  'broken-anchor': {
    why: 'The page is there, and the heading behind the `#` is not: the link leads to the page’s top. Mostly the heading was reworded.',
    help: 'Write the heading in small letters, with dashes for spaces.',
    bad: about('Where [do we meet](#places)?\n\n## Place'),
    mended: about('Where [do we meet](#place)?\n\n## Place'),
  },
} as const satisfies Partial<Record<Code, Explanation>>;
