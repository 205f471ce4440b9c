import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/**
 * Where a site's folder (absolute) lies in its Git repository: `docs/site/`, empty at its root or outside of any. In a
 * work tree or submodule `.git` is a file.
 */
export function folderInRepository(root: string): string {
  const repository = repositoryOf(root);
  const parts = repository === undefined ? [] : relative(repository, root).split(sep);
  return parts.map((part) => part && `${part}/`).join('');
}

function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : repositoryOf(above);
}
