import type { Locate, Path } from './path.ts';
import type { KindValues } from './schema/kinds.ts';
import type { Body, Kind, Source } from './source.ts';

interface EntryOf<K extends Kind> {
  readonly kind: K;
  readonly source: Source;
  /** By the file's path or `permalink`; percent-encoded, without the base path. */
  readonly url: string;
  /** The file's name, or its folder's where it is an `index.md`; without `.md`. */
  readonly id: string;
  readonly fields: KindValues[K];
  /** Where each field stands, under the key that was used; also one that could not be read. */
  readonly paths: ReadonlyMap<string, Path>;
  /** Keys that no schema knows, as they came from YAML. */
  readonly unknown: Readonly<Record<string, unknown>>;
  readonly body: Body;
  readonly locate: Locate;
  /** False where an error kept a required field from being read: links may lead here, nothing else may rely on it. */
  readonly complete: boolean;
}

/** One file of content: its front matter read by the schema of its kind, its body untouched. */
export type Entry = { [K in Kind]: EntryOf<K> }[Kind];
