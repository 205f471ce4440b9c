import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Need } from '../markdown/rendered.ts';
import type { RenderedOutput } from '../output/derived.ts';
import type { Words } from '../words/words.ts';

/** The page that is being rendered, while it is: rendering is synchronous. */
export interface Showing {
  /** What it has to say. */
  readonly found: Diagnostic[];
  /** The scripts that it needs, each once. */
  readonly needs: Need[];
  /** What is published since it shows it. */
  readonly brought: RenderedOutput[];
  /** In its language. */
  readonly words: Words;
}

export const showing = (words: Words): Showing => ({ found: [], needs: [], brought: [], words });
