/** A template that was compiled with the program, and the sum of its text. */
export interface ReadyTemplate {
  readonly sum: string;
  make(): object;
}

/** The built-in templates by name. This file stands for the one that is put in its place when the program is compiled. */
export const ready: Readonly<Record<string, ReadyTemplate>> = {};
