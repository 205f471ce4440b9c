import nunjucks from 'nunjucks';
import { describe, expect, test } from 'vitest';
import { templateDiagnostic } from '../../src/render/template-error.ts';
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
  return new nunjucks.Environment({ getSource } as never, { autoescape: true }).render(name, data);
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
  function complaint(files: Contents, name = 'page.njk'): string {
    const templates = createTemplates([filesOf(files), filesOf(theme)]);
    try {
      return render(templates, name);
    } catch (error) {
      const found = templateDiagnostic(error, name, templates);
      const text = String(files[found.at!.path] ?? '');
      return `${found.at!.path} ${brief(text, [found])[0]}: ${found.message}`;
    }
  }

  test.each([
    ['one\n{{ x | shout }}', 'templates/page.njk template-error 2:8 shout: filter not found: shout'],
    ['one\n{% include "gone.njk" %}', 'templates/page.njk template-error 2:13 gone.njk: template not found: gone.njk'],
  ])('%j', (text, expected) => expect(complaint({ 'templates/page.njk': text })).toBe(expected));

  test('is thrown with the name of the template, when it is compiled', () => {
    const templates = createTemplates([filesOf({ 'templates/base.njk': '\n{% endif %}' })]);
    expect(() => templates.get('base.njk')).toThrow(
      expect.objectContaining({ message: 'unknown block tag: endif', template: 'base.njk' }),
    );
  });
});
