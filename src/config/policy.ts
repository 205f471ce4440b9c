import { field, type Reading, reader, readFields, type Schema } from '../content/schema/field.ts';
import { formed, list } from '../content/schema/readers.ts';
import { isRecord } from '../content/yaml.ts';

/** Sources that pages may load from, by what they load, as a policy names them (CSP Level 3, 2.3.1). */
export type Sources = Readonly<Partial<Record<SourceKind, readonly string[]>>>;
export type SourceKind = keyof typeof policySchema;

const sources = list(
  formed(
    'source',
    'source of a content-security policy',
    'write hosts as `https://example.org`, several as a list',
    (written) =>
      /^(?:'[\w+/=-]+'|[a-z][a-z\d+.-]*:|(?:[a-z][a-z\d+.-]*:\/\/)?[^\s;,'"]+)$/i.test(written) ? written : undefined,
  ),
);

/** What pages may load beside what they themselves name. */
export const policySchema = {
  script: field(sources, 'Scripts.'),
  style: field(sources, 'Style sheets.'),
  img: field(sources, 'Pictures; any over `https` may be shown anyway.', { also: ['image', 'images'] }),
  media: field(sources, 'Videos and sounds.'),
  font: field(sources, 'Fonts.', { also: ['fonts'] }),
  frame: field(sources, 'Pages in frames, which scripts put there.'),
  connect: field(sources, 'What scripts ask for.'),
  form: field(sources, 'Where forms are sent that scripts make.'),
} satisfies Schema;

/** What the site adds to the policy; `false` is none at all. */
export const policy = reader(
  '`false`, or sources by what they are for',
  (value, reading: Reading): Sources | false | undefined => {
    if (value === false) return false;
    if (isRecord(value)) {
      const { values } = readFields(policySchema, value, reading);
      return Object.fromEntries(Object.entries(values).filter(([, each]) => each !== undefined));
    }
    reading.problem({
      code: 'wrong-type',
      message: 'a content-security policy is written as sources by what they are for',
      help: 'write a line `script: https://example.org`, or `csp: false` for none',
    });
    return undefined;
  },
  { takesFalse: true },
);
