import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Derived } from '../output/derived.ts';

/** What stands at an address of the site. Paths are those of outputs: `events/x/index.html`. */
export type Answer =
  /** A page or a document, with the bytes that a build would write. */
  | {
      readonly kind: 'text';
      readonly status: 200 | 404;
      readonly path: string;
      readonly text: string;
      /** Of `text`; it stays where another file is named by other bytes. */
      readonly hash: string;
    }
  /** A file that is published as it is; `file` is its absolute path. */
  | { readonly kind: 'file'; readonly path: string; readonly file: string }
  /** A file whose bytes may still have to be made. */
  | { readonly kind: 'derived'; readonly path: string; readonly derived: Derived }
  /** A page with an error, which has not been shown without one. */
  | { readonly kind: 'broken'; readonly path: string }
  /** The address with its slash at the end; percent-encoded, without the base path. */
  | { readonly kind: 'moved'; readonly to: string };

/** What a browser shows. */
export interface View {
  /** The decoded path of the address, without the base path: `/events/x/`. */
  readonly path: string;
  /** The hash of the text that it was given. */
  readonly hash: string;
  /** The revision that it knows. */
  readonly revision: number;
}

/** What a browser that shows a view has to be told. */
export interface News {
  /** The revision that it knows from now on. */
  readonly revision: number;
  /** `changed`: it shows old bytes. `gone`: there is no such page any longer. */
  readonly page?: 'changed' | 'gone';
  /** Where a page that is gone can be found now; percent-encoded, without the base path. */
  readonly to?: string;
  /** URLs (percent-encoded, without the base path) of published files that changed since the view's revision. */
  readonly files: readonly string[];
  /** Whether so much has changed that the files can't be named: everything is to be loaded again. */
  readonly everything: boolean;
  /** What keeps the site or this page from being built, worst first. */
  readonly problems: readonly Diagnostic[];
}

/** The site as it is now. */
export interface Preview {
  /** Rises with each change. */
  readonly revision: number;
  /** Where the site stands below its host: `/` or `/name/`. */
  readonly basePath: string;
  /** @param path decoded, without the base path, beginning with a slash, without `.` and `..` segments */
  answer(path: string): Answer;
  /** What there is to tell, also where that is nothing. */
  news(view: View): News;
  /** Calls back after each change; gives what ends that. */
  subscribe(listener: () => void): () => void;
}
