import { describe, expect, test } from 'vitest';
import { configSchema } from '../../../src/config/schema.ts';
import { seriesChange, seriesSchema } from '../../../src/config/series.ts';
import { talk } from '../../../src/content/schema/event.ts';
import { type Reading, readFields, type Schema } from '../../../src/content/schema/field.ts';
import { schemas } from '../../../src/content/schema/kinds.ts';
import { createLocate, parseYaml } from '../../../src/content/yaml.ts';
import { type Diagnostic, diagnose } from '../../../src/diagnostics/diagnostic.ts';
import { underlined } from '../../support.ts';

/** As YAML. None of them is what any field wants in all of its forms. */
const values = [
  '[[1, 2], [3]]',
  '{deep: {deeper: [1]}}',
  '[{deep: [1]}]',
  'neither here nor there',
  '12.5',
  'true',
  '.nan',
  '""',
  '"\\0\\u202e"',
  '!',
] as const;
type Written = (typeof values)[number];

/** Reads `field: value` by a schema, with another wrong value below it. */
function complaintsOf(schema: Schema, field: string, value: Written): { text: string; found: Diagnostic[] } {
  const text = `${field}: ${value}\n${field === 'other' ? '' : 'other: [x]\n'}`;
  const parsed = parseYaml(text);
  const data = 'value' in parsed ? (parsed.value as Readonly<Record<string, unknown>>) : {};
  const locate = createLocate('x.md', text, 1);
  const found: Diagnostic[] = [];
  const readingAt = (path: Reading['path']): Reading => ({
    path,
    problem: (problem, part) => found.push(diagnose(problem, locate(path, part, problem.within))),
    at: (key) => readingAt([...path, key]),
  });
  readFields({ ...schema, other: schemas.page.title }, data, readingAt([]));
  // Other fields of the kind may be missing, which is no matter here.
  return { text, found: found.filter(({ code }) => code !== 'missing-field' || found.length > 1) };
}

const all: readonly (readonly [string, Schema])[] = [
  ...Object.entries(schemas),
  ['talk', talk],
  ['site.yaml', configSchema],
  ['series', seriesSchema],
  ['change', seriesChange],
];

describe.each(all)('%s', (_, schema) => {
  test.each(Object.keys(schema))('%s', (field) => {
    const refused = values.filter((value) => {
      const { text, found } = complaintsOf(schema, field, value);
      const ours = found.filter(({ at }) => at?.line === 1 && at.column > field.length);
      expect(found.filter(({ at }) => at?.line === 2).map((each) => each.message)).toEqual([
        '`other` is text, and this is a list',
      ]);
      for (const { message, help, at } of ours) {
        expect(message).not.toMatch(/undefined|null|\[object|\.$/);
        expect(help).toBeTruthy();
        expect(underlined(text, at!)).not.toBe('');
      }
      return ours.some(({ severity }) => severity === 'error');
    });
    expect(refused, 'what this field refuses').not.toEqual([]);
  });
});
