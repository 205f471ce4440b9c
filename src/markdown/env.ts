import { createHash } from 'node:crypto';
import type { Words } from '../words/words.ts';
import type { Pair } from './attribute-list.ts';
import type { Heading, MutePicture, Need, OpenTarget, Remark } from './rendered.ts';

/** What the plugins of one body share while it is read. */
export interface Env {
  /** In the language of the body. */
  readonly words: Words;
  readonly remarks: Remark[];
  /** What the page needs besides its HTML. */
  readonly needs: Set<Need>;
  targets: readonly OpenTarget[];
  headings: readonly Heading[];
  mutePictures: readonly MutePicture[];
  /** Attribute lists by name, as kramdown defines them: `{:btn: .md-button}`. */
  readonly definitions: Map<string, readonly Pair[]>;
  /** Whether any attribute list was met, so that most bodies are spared the engine. */
  hasLists: boolean;
  hasIcons: boolean;
  /** The names between colons that look like icons and are none. */
  readonly unknownIcons: Set<string>;
  /** The names of the footnotes that are defined. */
  readonly footnotes: Set<string>;
  /** By abbreviation, what it stands for. */
  readonly abbreviations: Map<string, string>;
  /** What `pairTags` gives, once it was asked; nothing where no HTML asks for Markdown. */
  htmlPairs: ReadonlyMap<number, number> | undefined;
  /** What `scopeOf` gives, once it was asked. */
  scope: string;
}

export const createEnv = (words: Words): Env => ({
  words,
  remarks: [],
  needs: new Set(),
  targets: [],
  headings: [],
  mutePictures: [],
  definitions: new Map(),
  hasLists: false,
  hasIcons: false,
  unknownIcons: new Set(),
  footnotes: new Set(),
  abbreviations: new Map(),
  htmlPairs: undefined,
  scope: '',
});

/** The rules are given the environment as the library types it. */
export const envOf = (state: { readonly env?: unknown }): Env => state.env as Env;

/** A short name for a body, made of its text: what tells the ids that we make apart where a page shows several bodies. */
export function scopeOf(state: { readonly env?: unknown; readonly src: string }): string {
  const env = envOf(state);
  env.scope ||= createHash('sha256').update(state.src).digest('hex').slice(0, 6);
  return env.scope;
}
