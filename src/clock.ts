import { Temporal } from 'temporal-polyfill';

type Time = Pick<Temporal.Instant, 'epochNanoseconds'>;

/**
 * The time as a site sees it. It is asked questions, and knows within which instants each of its answers stays what it was:
 * what was made of them is right for as long.
 */
export interface Clock {
  /** Whether a time has come. */
  isSince(time: Time): boolean;
  /** The day in a zone (IANA). */
  today(zone: string): Temporal.PlainDate;
  /** Of the times that lie one or more steps (hours) before another: the last that has come, or the last where all have. */
  lastStepTo(time: Time, step: number): Temporal.Instant;
  /** The very instant: what asks for it is right at no other one. */
  readonly now: Temporal.Instant;
  /** Where all answers given until now would be the same. */
  readonly span: ClockSpan;
}

/** Instants in nanoseconds since 1970: from one on, and until before another. Undefined where there is no end. Plain data. */
export interface ClockSpan {
  readonly from: bigint | undefined;
  readonly until: bigint | undefined;
}

export function createClock(now: Temporal.Instant): Clock {
  const at = now.epochNanoseconds;
  let [from, until]: [ClockSpan['from'], ClockSpan['until']] = [undefined, undefined];
  const isSince = ({ epochNanoseconds: time }: Time): boolean => {
    const since = time <= at;
    if (since) from = from === undefined || time > from ? time : from;
    else until = until === undefined || time < until ? time : until;
    return since;
  };
  return {
    isSince,
    today(zone) {
      const here = now.toZonedDateTimeISO(zone);
      const midnight = now.subtract(here.toPlainDate().toPlainDateTime().until(here.toPlainDateTime()));
      // Where clocks are changed, a day may be longer, shorter, or come twice.
      const changes = [here.getTimeZoneTransition('previous'), here.getTimeZoneTransition('next')];
      for (const time of [midnight, midnight.add({ hours: 24 }), ...changes]) if (time) isSince(time);
      return here.toPlainDate();
    },
    lastStepTo({ epochNanoseconds: time }, hours) {
      const step = BigInt(hours) * 3_600_000_000_000n;
      const ahead = time - at;
      const steps = ahead <= step ? 1n : (ahead + step - 1n) / step;
      const last = time - steps * step;
      isSince({ epochNanoseconds: last });
      if (steps > 1n) isSince({ epochNanoseconds: last + step });
      return Temporal.Instant.fromEpochNanoseconds(last);
    },
    get now() {
      isSince(now);
      isSince(now.add({ nanoseconds: 1 }));
      return now;
    },
    get span() {
      return { from, until };
    },
  };
}

export const isWithin = ({ from, until }: ClockSpan, { epochNanoseconds: time }: Time): boolean =>
  (from === undefined || from <= time) && (until === undefined || time < until);
