/** A small site's files by path. Bytes stand where the file must not be text, `null` where it must not be there. */
export type ExampleFiles = Readonly<Record<string, string | Uint8Array | null>>;

/** What a code means, shown by a site that has the mistake and by the same one without it. */
export interface Shown {
  /** What it means, and why it matters: one to three sentences of Markdown. */
  readonly why: string;
  /** What to do about it, whatever the mistake is in particular. */
  readonly help: string;
  /** Laid over `exampleSite`; gives this code and no other error. */
  readonly bad: ExampleFiles;
  /** Laid over `exampleSite`; gives neither an error nor a warning. */
  readonly mended: ExampleFiles;
  /** Options of the command line that the mistake needs. */
  readonly flags?: { readonly untrusted?: true };
  /** Found by `check` and not by `build`. */
  readonly checkOnly?: true;
}

/** What a code means where no folder of files can show it. */
export interface Told {
  readonly why: string;
  readonly help: string;
  /** How it comes about. */
  readonly situation: string;
  /** The test that brings it about, as a path in the repository. */
  readonly test: string;
}

export type Explanation = Shown | Told;

/** What every example stands on, so that each shows only the files that it is about. */
export const exampleSite: ExampleFiles = {
  'site.yaml': 'title: Tea Talks\n',
  'content/index.md': 'We meet to talk about tea.\n',
};

/** Text as it is indented in a table: without the first line and without what all lines are indented by. */
export function text(parts: TemplateStringsArray): string {
  const lines = parts.join('').split('\n').slice(1);
  const indent = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(indent)).join('\n');
}
