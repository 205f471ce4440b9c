import nunjucks from 'nunjucks';
import { describe, expect, test } from 'vitest';
import { named, templateDiagnostic } from '../../src/render/template-error.ts';
import { type Compiled, createTemplates, type Templates } from '../../src/render/templates.ts';
import { brief, type Contents, filesOf } from '../support.ts';

const theme = {
  'templates/page.njk': 'built in',
  'templates/base.njk': '{% block a %}{% endblock %}',
  'secret.njk': 'x',
};

function render(templates: Templates, name: string, data: object = {}): string {
  const getSource = (asked: string) => {
    const obj = templates.get(asked);
    return obj ? { src: { type: 'code', obj }, path: asked, noCache: false } : null;
  };
  const environment = new nunjucks.Environment({ getSource } as never, { autoescape: true, dev: true });
  const year = (date: { when: { year: number } }): number => date.when.year;
  return environment.addFilter('date', named('date', year)).render(name, data);
}

describe('the site’s templates lie over the built-in ones', () => {
  const templates = createTemplates([
    filesOf({ 'templates/page.njk': 'own {{ x }}', 'templates/wide.njk': '{% include "theme/page.njk" %}, {{ x }}' }),
    filesOf(theme),
  ]);

  test('a file of the same name wins, and the built-in one can be had', () => {
    expect(render(templates, 'page.njk', { x: '<a>' })).toBe('own &lt;a&gt;');
    expect(render(templates, 'wide.njk', { x: 1 })).toBe('built in, 1');
    expect(render(templates, 'theme/page.njk')).toBe('built in');
  });

  test('what there is', () => {
    expect([...new Set(templates.names())].sort()).toEqual(['base.njk', 'page.njk', 'wide.njk']);
    expect(templates.has('wide.njk')).toBe(true);
    expect(templates.text('page.njk')).toBe('own {{ x }}');
    expect(templates.pathOf('wide.njk')).toBe('templates/wide.njk');
  });

  test.each(['none.njk', '../secret.njk', 'a/../../secret.njk', 'theme/../../secret.njk', 'theme/wide.njk', ''])(
    '%j is no template',
    (name) => {
      expect(templates.has(name)).toBe(false);
      expect(templates.get(name)).toBeUndefined();
    },
  );
});

test('a template is compiled again only when it was edited', () => {
  const compiled: Compiled = new Map();
  const get = (text: string) => createTemplates([filesOf({ 'templates/page.njk': text })], compiled).get('page.njk');
  const first = get('one');
  expect(get('one')).toBe(first);
  expect(get('two')).not.toBe(first);
});

describe('what is wrong with a template', () => {
  function complaint(files: Contents, name = 'page.njk', builtIn: Contents = theme): string {
    const templates = createTemplates([filesOf(files), filesOf(builtIn)]);
    try {
      return render(templates, name);
    } catch (error) {
      const found = templateDiagnostic(error, name, templates, ['upper', 'date', 'lower']);
      const text = String(files[found.at!.path] ?? '');
      const notes = found.notes.length ? ` (${found.notes.join(', ')})` : '';
      return `${found.at!.path} ${brief(text, [found])[0]}: ${found.message}; ${found.help}${notes}`;
    }
  }

  test.each([
    ['one\n{{ x | shout }}', '2:8 shout: there is no filter `shout`; docs/theming.md lists what a template is given'],
    ['upperr {{ x | upperr }}', '1:15 upperr: there is no filter `upperr`; did you mean `upper`?'],
    ['{% filter upperr %}x{% endfilter %}', '1:11 upperr: there is no filter `upperr`; did you mean `upper`?'],
    [
      'one\n{% include "gone.njk" %}',
      '2:13 gone.njk: there is no template `gone.njk`; write its path below `templates/`, with `.njk`',
    ],
    [`{% extends 'bsae.njk' %}`, '1:13 bsae.njk: there is no template `bsae.njk`; did you mean `base.njk`?'],
    ['a\n{% fro x in y %}{% endfor %}', '2:4 fro: there is no tag `fro`; did you mean `for`?'],
    ['a {% endif %}', '1:6 endif: `endif` does not belong here; close what is open above it, or take it out'],
    ['\n{{ x.y.go(1) }}', '2:4 x.y.go: there is no function `x.y.go`; docs/theming.md lists what a template is given'],
    [
      '{% include "page.njk" %}',
      '1:1 {: templates include each other, or a macro calls itself, without an end; take out one of the includes or calls (the engine does not say where)',
    ],
  ])('%j', (text, expected) =>
    expect(complaint({ 'templates/page.njk': text })).toBe(`templates/page.njk template-error ${expected}`),
  );

  test('is looked for in the site’s own templates alone', () => {
    const files = { 'templates/macros/hello.njk': '{{ x | shout }}', 'templates/wide.njk': '{{ x | shout }}' };
    const over = { ...theme, 'templates/page.njk': '{% include "macros/hello.njk" %}{% include "wide.njk" %}' };
    expect(complaint(files, 'page.njk', over)).toBe(
      'templates/macros/hello.njk template-error 1:1 {: there is no filter `shout`; docs/theming.md lists what a template is given (the engine does not say where; it may be in templates/wide.njk)',
    );
  });

  test.each([
    [
      'a {{ 5 | date }}',
      '1:10 date: the filter `date` is given what it cannot use; docs/theming.md lists what a template is given',
    ],
    [
      `{% from 'base.njk' import card, tagList %}`,
      '1:27 card: there is no macro `card` to import; a template that stands in for a built-in one needs all its macros',
    ],
  ])('in %j', (text, expected) =>
    expect(complaint({ 'templates/page.njk': text })).toBe(`templates/page.njk template-error ${expected}`),
  );

  test('is a bug of ours where the site has none of its own', () => {
    const fails = (text: string) => () => complaint({}, 'page.njk', { 'templates/page.njk': text });
    expect(fails('{{ x | shout }}')).toThrow('the built-in template page.njk fails: filter not found: shout');
    expect(fails('{{ 5 | date }}')).toThrow(/^the built-in template page.njk fails: Cannot read properties/);
    expect(fails('{{ 5 | date }}')).toThrow(
      expect.objectContaining({ stack: expect.stringMatching(/page.njk.*TypeError: Cannot read.*at year/s) }),
    );
    expect(() => complaint({}, 'page.njk', { 'templates/page.njk': '{% endif %}' })).toThrow('unknown block tag');
    const over = {
      'templates/page.njk': '{% include "x.njk" %}{% include "own.njk" %}',
      'templates/x.njk': '{% endif %}',
    };
    expect(() => complaint({ 'templates/own.njk': '' }, 'page.njk', over)).toThrow('unknown block tag');
  });

  test('is thrown with the name of the template, when it is compiled', () => {
    const templates = createTemplates([filesOf({ 'templates/base.njk': '\n{% endif %}' })]);
    expect(() => templates.get('base.njk')).toThrow(
      expect.objectContaining({ message: 'unknown block tag: endif', template: 'base.njk' }),
    );
  });
});
