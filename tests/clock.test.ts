import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type Clock, createClock, isWithin } from '../src/clock.ts';

const at = (written: string): Temporal.Instant => Temporal.Instant.from(written);
const noon = at('2026-07-01T12:00Z');
/** Where what was asked stays right, in words. */
function spanOf(now: Temporal.Instant, ask: (clock: Clock) => unknown): string {
  const clock = createClock(now);
  ask(clock);
  const { from, until } = clock.span;
  const write = (time: bigint | undefined) => (time === undefined ? '' : Temporal.Instant.fromEpochNanoseconds(time));
  return `${write(from)}/${write(until)}`;
}

describe('what is asked of a clock is right', () => {
  test('for ever where nothing is asked', () => expect(spanOf(noon, () => undefined)).toBe('/'));

  test('between the times around it', () => {
    const times = ['2026-06-01T00:00Z', '2026-07-01T12:00Z', '2026-07-01T12:00:01Z', '2026-08-01T00:00Z'].map(at);
    expect(spanOf(noon, ({ isSince }) => expect(times.map(isSince)).toEqual([true, true, false, false]))).toBe(
      '2026-07-01T12:00:00Z/2026-07-01T12:00:01Z',
    );
  });

  test.each([
    ['Europe/Berlin', '2026-07-01T12:00Z', '2026-07-01', '2026-06-30T22:00:00Z/2026-07-01T22:00:00Z'],
    ['Europe/Berlin', '2026-03-29T00:59Z', '2026-03-29', '2026-03-28T23:00:00Z/2026-03-29T01:00:00Z'],
    ['Europe/Berlin', '2026-03-29T12:00Z', '2026-03-29', '2026-03-29T01:00:00Z/2026-03-29T22:00:00Z'],
    // Of a day that was left out, nothing is asked.
    ['Pacific/Apia', '2011-12-30T09:00Z', '2011-12-29', '2011-12-29T10:00:00Z/2011-12-30T10:00:00Z'],
    // Its first minute came twice.
    ['America/St_Johns', '2010-11-07T02:30:30Z', '2010-11-07', '2010-11-07T02:30:00Z/2010-11-07T02:31:00Z'],
    ['America/St_Johns', '2010-11-07T03:00Z', '2010-11-06', '2010-11-07T02:31:00Z/2010-11-07T03:30:00Z'],
    ['UTC', '2026-07-01T00:00Z', '2026-07-01', '2026-07-01T00:00:00Z/2026-07-02T00:00:00Z'],
  ])('for a day in %s, at %s', (zone, now, day, span) => {
    expect(spanOf(at(now), (clock) => expect(clock.today(zone).toString()).toBe(day))).toBe(span);
  });

  test.each([
    ['2026-07-10T00:00Z', '2026-06-12T00:00:00Z', '2026-06-12T00:00:00Z/'],
    ['2026-06-01T00:00Z', '2026-05-04T00:00:00Z', '2026-05-04T00:00:00Z/'],
    ['2026-08-20T12:00Z', '2026-06-25T12:00:00Z', '2026-06-25T12:00:00Z/2026-07-23T12:00:00Z'],
    ['2026-08-26T12:00Z', '2026-07-01T12:00:00Z', '2026-07-01T12:00:00Z/2026-07-29T12:00:00Z'],
    ['9999-01-01T00:00Z', '2026-06-12T00:00:00Z', '2026-06-12T00:00:00Z/2026-07-10T00:00:00Z'],
  ])('until the next step to %s', (time, last, span) => {
    expect(spanOf(noon, (clock) => expect(`${clock.lastStepTo(at(time), 28 * 24)}`).toBe(last))).toBe(span);
  });

  test('at one instant alone where that was asked for', () => {
    expect(spanOf(noon, ({ now }) => expect(now).toBe(noon))).toBe(
      '2026-07-01T12:00:00Z/2026-07-01T12:00:00.000000001Z',
    );
  });
});

test('within that time, every answer is the same', () => {
  const second = fc.integer({ min: 1_262_300_400, max: 1_830_300_000 });
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Apia', 'Australia/Lord_Howe');
  const question = fc.oneof(
    second.map((time) => (clock: Clock) => clock.isSince(Temporal.Instant.fromEpochMilliseconds(time * 1000))),
    zone.map((each) => (clock: Clock) => clock.today(each).toString()),
    second.map((time) => (clock: Clock) => {
      return clock.lastStepTo(Temporal.Instant.fromEpochMilliseconds(time * 1000), 28 * 24).toString();
    }),
  );
  fc.assert(
    fc.property(second, fc.integer({ min: -90_000, max: 90_000 }), fc.array(question), (first, later, questions) => {
      const [one, other] = [first, first + later].map((time) =>
        createClock(Temporal.Instant.fromEpochMilliseconds(time * 1000)),
      );
      const answers = questions.map((ask) => ask(one!));
      if (isWithin(one!.span, Temporal.Instant.fromEpochMilliseconds((first + later) * 1000)))
        expect(questions.map((ask) => ask(other!))).toEqual(answers);
    }),
    { numRuns: 1000 },
  );
});
