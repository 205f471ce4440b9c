import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { answering, createUnderstand } from './addresses.ts';
import type { Checking } from './checking.ts';
import { spanOf, textOf } from './find.ts';

/** Files that the site's own style sheets ask for, and that are not there. */
export function checkStyles(checking: Checking): Diagnostic[] {
  const { routes, outputs, missing, files } = checking;
  const understand = createUnderstand(checking);
  return routes.flatMap(({ url, path: at, file }) => {
    const text = file?.endsWith('.css') ? textOf(files, file) : undefined;
    if (!text || !outputs.has(at)) return [];
    return [...addressesIn(text)].flatMap((href) => {
      const to = understand(href, url);
      if (to.kind !== 'here' || answering(to.path, (path) => outputs.has(path) || missing.has(path))) return [];
      const message = `\`${href}\` leads to nothing in this site`;
      const help = 'check the path, which counts from the style sheet';
      return diagnose({ code: 'broken-link', message, help }, spanOf(href, { path: file!, text }));
    });
  });
}

/** CSS Values 4, 4.5, and `@import` (CSS Cascade 5, 2). */
function addressesIn(css: string): Set<string> {
  const code = css.replace(/\/\*.*?\*\//gs, '');
  const found = [...code.matchAll(/\burl\(\s*(?:"([^"]*)"|'([^']*)'|([^\s"')]+))\s*\)|@import\s+["']([^"']+)["']/gi)];
  return new Set(
    found.map(([, ...parts]) => parts.find(Boolean) ?? '').filter((href) => !/^(?:$|#|data:)/i.test(href)),
  );
}
