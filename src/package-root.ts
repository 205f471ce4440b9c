import { fileURLToPath } from 'node:url';

/** The folder of this package, which holds the built-in `templates/` and `assets/`. */
export const packageRoot = fileURLToPath(new URL('..', import.meta.url));
