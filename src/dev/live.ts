import { type BuildOptions, createBuilder } from '../builder.ts';
import { createFiles } from '../files.ts';
import type { Derived } from '../output/derived.ts';
import { packageRoot } from '../package-root.ts';
import { searchIndex } from '../search/search-index.ts';
import { createChecker, type Report } from './check.ts';
import { createKeptFiles } from './kept-files.ts';
import { createLookout } from './lookout.ts';
import { createPreview, type RunningPreview } from './preview.ts';
import { watch } from './watch.ts';

export interface LiveOptions {
  /** The site's folder; absolute. */
  readonly root: string;
  readonly poll: boolean;
  /** Asked before each rebuild, as time goes by. */
  readonly options: () => BuildOptions;
  /** Once for the start, and once for each change, when all pages were looked at or the next change came. */
  readonly told: (report: Report) => void;
  /** What a rebuild threw, or the watcher; the preview goes on with what it had. */
  readonly failed: (error: unknown) => void;
}

export interface LivePreview {
  readonly preview: RunningPreview;
  /** The search index of all pages as they were last looked at, once they were; undefined where there is none. */
  searchIndex(): Promise<Derived | undefined>;
  /** Ends watching and checking; after it nothing keeps the process alive. */
  close(): Promise<void>;
}

/** A preview that follows what happens in a site's folder. */
export function createLivePreview({ root, poll, options, told, failed }: LiveOptions): LivePreview {
  const started = performance.now();
  const files = createKeptFiles(root);
  const preview = createPreview({ files, builder: createBuilder(createFiles(packageRoot)), options });
  let looked = (): void => {};
  const lookedAt = new Promise<void>((resolve) => {
    looked = resolve;
  });
  let index: Derived | undefined;
  const checker = createChecker(told, failed, ({ state, pages, derived }) => {
    preview.settle(state, derived);
    const { search, site } = state.planned;
    index = search && searchIndex(pages, site.config.language, search);
    looked();
  });
  checker.start(preview.state, { files: [], milliseconds: performance.now() - started });
  const lookout = createLookout(files, (changed) => {
    try {
      const { state, milliseconds } = preview.change(changed);
      checker.start(state, { files: changed, milliseconds });
    } catch (error) {
      failed(error);
    }
  });
  const watching = watch(root, { poll, tell: lookout.hint, fail: failed });
  return {
    preview,
    searchIndex: async () => {
      await lookedAt;
      return index;
    },
    async close() {
      lookout.close();
      checker.stop();
      await watching.close();
    },
  };
}
