import { createFiles, type Files } from '../src/files.ts';

/** The built-in theme, which is read once. */
export function themeOf(root: string): Files {
  const files = createFiles(root);
  const remember = <T>(read: (path: string) => T): ((path: string) => T) => {
    const known = new Map<string, T>();
    return (path) => {
      if (!known.has(path)) known.set(path, read(path));
      return known.get(path) as T;
    };
  };
  return { ...files, list: remember(files.list), readIfThere: remember(files.readIfThere) };
}
