import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read.ts';
import { brief, configOf, filesOf } from '../support.ts';

test.each([
  ['csp: false', false],
  ['csp: true', {}],
  ['csp:', {}],
  ['csp: { script: https://a.example }', { script: ['https://a.example'] }],
  [
    `csp: { images: ["http:", "*.a.example"], connect: [wss://a.example, "'unsafe-eval'"] }`,
    { img: ['http:', '*.a.example'], connect: ['wss://a.example', "'unsafe-eval'"] },
  ],
  ['csp: { frame: "https://a.example; script-src *" }', {}],
])('%s', (yaml, expected) => {
  const { frame, ...rest } = configOf(yaml).csp || {};
  expect(configOf(yaml).csp === false ? false : rest).toEqual(expected);
  expect(frame ?? []).toEqual([]);
});

test('what is wrong is said where it stands', () => {
  const yaml = 'csp:\n  frame: "https://a.example; script-src *"\n  scripts: https://a.example\n';
  const { diagnostics } = readConfig(filesOf({ 'site.yaml': yaml }));
  expect(brief(yaml, diagnostics)).toEqual([
    'wrong-type 2:10 "https://a.example; script-src *"',
    'misspelt-field 3:3 scripts',
  ]);
});
