import { hash } from 'node:crypto';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { createBuilder, renderAll } from '../../src/builder.ts';
import { isWithin } from '../../src/clock.ts';
import { createFiles } from '../../src/files.ts';
import { isDerived } from '../../src/output/derived.ts';
import { isCopy } from '../../src/output/output.ts';
import { packageRoot } from '../../src/package-root.ts';
import { type Contents, filesOf } from '../support.ts';

const builder = createBuilder(createFiles(packageRoot));

/** What is published, and what is said, at an instant. */
function built(contents: Contents, now: Temporal.Instant) {
  const { value, diagnostics } = builder.plan(filesOf(contents), { now, drafts: false, overrides: {} });
  const rendered = renderAll(value);
  const outputs = rendered.value.map(({ path, content }) => {
    const bytes = isDerived(content) ? content.key : isCopy(content) ? content.copy : content;
    return `${path} ${hash('sha1', bytes)}`;
  });
  return { span: value.site.clock.span, seen: [...outputs, ...[...diagnostics, ...rendered.diagnostics]] };
}

const base = Temporal.Instant.from('2026-06-15T10:00Z');
const hour = (hours: number) => base.add({ minutes: Math.round(hours * 60) });
const written = (hours: number, zone = 'Europe/Berlin') =>
  hour(hours).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');

/** In hours. */
const minutes = (min: number, max: number) => fc.integer({ min, max }).map((each) => each / 60);

/** Hours from the base: mostly near it, where something may be about to change. */
const near = fc.oneof({ weight: 3, arbitrary: minutes(-1800, 1800) }, fc.integer({ min: -1500, max: 1500 }));
const event = fc.record({
  start: near,
  allDay: fc.boolean(),
  hours: fc.option(fc.integer({ min: 1, max: 40 })),
  publish: fc.option(near, { freq: 4 }),
  zone: fc.option(fc.constantFrom('America/New_York', 'Asia/Kolkata', 'Pacific/Auckland')),
  body: fc.boolean(),
  series: fc.boolean(),
});

const fileOf = ({
  start,
  allDay,
  hours,
  publish,
  zone,
  body,
  series,
}: typeof event extends fc.Arbitrary<infer T> ? T : never) =>
  [
    '---',
    'title: Evening',
    `start: ${allDay ? written(start).slice(0, 10) : written(start, zone ?? undefined)}`,
    ...(hours === null ? [] : [`duration: ${allDay ? `${24 * Math.ceil(hours / 24)}` : hours} h`]),
    ...(publish === null ? [] : [`publish: ${written(publish)}`]),
    ...(zone === null ? [] : [`timezone: ${zone}`]),
    ...(series ? ['series: Tea'] : []),
    '---',
    body ? 'Words.' : '',
    '',
  ].join('\n');

test('where the clock says that nothing changes until another instant, the same is published then', () => {
  const config =
    'title: Weir\nurl: https://weir.example/\ntimezone: Europe/Berlin\ncards: false\nsearch: false\nimages: false\n';
  const series = 'series: [{name: Tea, rule: FREQ=WEEKLY, start: 2026-06-02 19:00}]\n';
  const counts = { held: 0, changed: 0 };
  const ahead = fc.oneof(minutes(0, 180), minutes(-1800, 1800));
  fc.assert(
    fc.property(
      fc.array(event, { maxLength: 4 }),
      fc.option(near),
      fc.boolean(),
      ahead,
      (events, post, ruled, later) => {
        const contents = {
          'site.yaml': config + (ruled ? series : ''),
          'content/index.md': '# Weir\n',
          ...Object.fromEntries(events.map((each, index) => [`content/events/e${index}.md`, fileOf(each)])),
          ...(post !== null && {
            'content/posts/2026-06-01-a.md': `---\ntitle: A\npublish: ${written(post)}\n---\nA.\n`,
          }),
        };
        const [one, other] = [built(contents, base), built(contents, hour(later))];
        if (isWithin(one.span, hour(later))) {
          expect(other.seen).toEqual(one.seen);
          counts.held += 1;
        } else if (JSON.stringify(one.seen) !== JSON.stringify(other.seen)) counts.changed += 1;
      },
    ),
    { numRuns: 40, seed: 1 },
  );
  expect(counts.held).toBeGreaterThan(5);
  expect(counts.changed).toBeGreaterThan(2);
});
