import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFiles } from '../../src/files.ts';
import { packageRoot } from '../../src/package-root.ts';
import { en } from '../../src/words/en.ts';

const files = createFiles(packageRoot);
const templates = files
  .list('templates')!
  .filter(({ path }) => path.endsWith('.njk'))
  .map(({ path }) => ({ path, text: readFileSync(join(packageRoot, path), 'utf8') }));

/** What a template shows by itself: its text, and the values of attributes that a reader meets. */
function wordsIn(template: string): string[] {
  const html = template.replace(/\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}/gs, '\u0001');
  const attributes = [...html.matchAll(/\s(?:aria-label|title|alt|placeholder|data-[\w-]*text)="([^"]*)"/g)];
  const text = html.replace(/<(script|style)\b.*?<\/\1>/gs, '').replace(/<[^>]*>/gs, '\u0001');
  const found = [...text.split(/[\u0001\n]/), ...attributes.map(([, value]) => value!.replaceAll('\u0001', ''))];
  return found.map((each) => each.trim()).filter((each) => /\p{L}{2}/u.test(each) && !/^[\w-]+="$/.test(each));
}

/** Texts in quotes within tags and expressions that have a blank or a capital: no keys, names of filters or styles. */
function quotedIn(template: string): string[] {
  const code = [...template.matchAll(/\{%(.*?)%\}|\{\{(.*?)\}\}/gs)].map(([, tag, value]) => tag ?? value!).join('\n');
  return [...code.matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)]
    .map(([, single, double]) => (single ?? double!).replace(/<[^>]*>/g, ''))
    .filter((each) => /\b\p{Lu}\p{Ll}|\p{L} \p{L}/u.test(each) && !/^(?:(?:upcoming|today|now|past) ?)+$/.test(each))
    .filter((each) => !Object.hasOwn(en, each) && !/^[ \w-]*[="/]|;/.test(each.trim()));
}

test.each(templates)('$path has no words of its own', ({ path, text }) => {
  // Programs read these.
  const allowed = path.endsWith('robots.txt.njk') ? ['User-agent: *', 'Allow: /', 'Sitemap:'] : ['404'];
  expect([...wordsIn(text), ...quotedIn(text)].filter((each) => !allowed.includes(each))).toEqual([]);
});

test('words are found', () => {
  const template = `<p aria-label="{{ t('a') }} Here">{{ 'No, wait' }}</p>{# Note #}\n{% if x %}Then{% endif %}`;
  expect(wordsIn(template)).toEqual(['Then', 'Here']);
  expect(quotedIn(template)).toEqual(['No, wait']);
});

/** Keys that are made of an event's status, and of what a frame shows. */
const kinds = ["'cancelled'", "'postponed'", "'videoFrom'", "'slidesFrom'", "'mapFrom'"];

const asked = templates.flatMap(({ path, text }) =>
  [...text.matchAll(/\bt(?:Site)?\(([^()]*)/g)].flatMap(([, written]) =>
    [...written!.split(/,\s*(?:\w+=|\{)/)[0]!.matchAll(/'([^']*)'/g)].map(([, key]) => ({ path, key: key! })),
  ),
);

test.each(asked)('$path asks for words that there are: $key', ({ key }) => {
  expect(en).toHaveProperty(key);
});

test('each word is used', () => {
  const source = files
    .list('src')!
    .filter(({ path }) => path.endsWith('.ts') && !path.startsWith('src/words/'))
    .map(({ path }) => readFileSync(join(packageRoot, path), 'utf8'));
  const all = [...source, ...templates.map(({ text }) => text), ...kinds].join('\n');
  const unused = Object.keys(en).filter((key) => !key.endsWith('Title') && !all.includes(`'${key}'`));
  expect(unused).toEqual([]);
});
