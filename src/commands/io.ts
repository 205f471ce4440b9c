/** The terminal, or a pipe. Commands write here, and only the command line itself knows what is behind it. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether a person watches: progress is shown to nobody else. */
  readonly interactive: boolean;
  readonly colour: boolean;
  /** Told when a site is rendered, which takes most of the program. */
  readonly rendering?: () => void;
}

export const exitCodes = { built: 0, contentErrors: 1, wrongCall: 2, bug: 70, interrupted: 130 } as const;

/** The call was wrong; the message says how. */
export class WrongCall extends Error {}

/** Whoever was asked something ended it. Nothing was written. */
export class Interrupted extends Error {}
