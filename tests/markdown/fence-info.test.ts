import { expect, test } from 'vitest';
import { type FenceInfo, readFenceInfo } from '../../src/markdown/fence-info.ts';
import { expectLinear } from '../growth.ts';

const nothing: FenceInfo = { language: '', title: undefined, highlighted: [], firstNumber: undefined, pairs: [] };

test.each<[info: string, read: Partial<FenceInfo>]>([
  ['', {}],
  ['   ', {}],
  ['python', { language: 'python' }],
  ['  Dockerfile  ', { language: 'Dockerfile' }],
  ['c++', { language: 'c++' }],
  ['rust,ignore', { language: 'rust' }],
  ['ts:line-numbers {2}', { language: 'ts', highlighted: [[2, 2]] }],
  // PyMdown
  ['python title="two words" hl_lines="2-4"', { language: 'python', title: 'two words', highlighted: [[2, 4]] }],
  [
    ' py hl_lines="1 3" linenums="5"',
    {
      language: 'py',
      highlighted: [
        [1, 1],
        [3, 3],
      ],
      firstNumber: 5,
    },
  ],
  ["py title='x.py' hl_lines=2", { language: 'py', title: 'x.py', highlighted: [[2, 2]] }],
  ['title="x.py"', { title: 'x.py' }],
  ['py linenums="true"', { language: 'py', firstNumber: 1 }],
  ['py title=" "', { language: 'py' }],
  // attribute lists
  [
    'python {.wide hl_lines="2 4" title="x.py" linenums="1"}',
    {
      language: 'python',
      title: 'x.py',
      highlighted: [
        [2, 2],
        [4, 4],
      ],
      firstNumber: 1,
      pairs: [['class', 'wide']],
    },
  ],
  [
    'python{: .wide #it}',
    {
      language: 'python',
      pairs: [
        ['class', 'wide'],
        ['id', 'it'],
      ],
    },
  ],
  [
    '{.python .wide}',
    {
      pairs: [
        ['class', 'python'],
        ['class', 'wide'],
      ],
    },
  ],
  ['{ .python title="a } b" }', { title: 'a } b', pairs: [['class', 'python']] }],
  ['{.python title=x.py} hl_lines="1"', { title: 'x.py', highlighted: [[1, 1]], pairs: [['class', 'python']] }],
  // VitePress, Docusaurus, Gatsby
  [
    'js {1,3-4}',
    {
      language: 'js',
      highlighted: [
        [1, 1],
        [3, 4],
      ],
    },
  ],
  [
    'js{1, 3}',
    {
      language: 'js',
      highlighted: [
        [1, 1],
        [3, 3],
      ],
    },
  ],
  ['js {2} title="a.js"', { language: 'js', title: 'a.js', highlighted: [[2, 2]] }],
  // what is neither
  ['python {.wide, .high} title="x"', { language: 'python', title: 'x' }],
  ['{{ name }}', {}],
  ['{r, echo=FALSE}', {}],
  ['py {', { language: 'py' }],
  ['py }{ "', { language: 'py' }],
  ['py some words', { language: 'py' }],
  ['py __proto__="x" title="y"', { language: 'py', title: 'y' }],
])('%s', (info, read) => {
  expect(readFenceInfo(info)).toEqual({ ...nothing, ...read });
});

test.each(['{.a ', '{a="', "{a='", 'title="', '{1,', '}', '{{', '=', 'hl_lines="1-99 '])(
  'a hundred thousand times %s takes no time',
  (opener) => {
    expectLinear((times) => readFenceInfo(`js ${opener.repeat(times)}`), 100_000);
  },
);
