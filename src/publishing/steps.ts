/** Steps that every workflow shares, so that a version of an action is written once. */
export const checkout = 'actions/checkout@v6';
export const node = `uses: actions/setup-node@v6
        with:
          node-version: 24
          cache: npm`;
/** No package runs code of its own while it is installed. */
export const install = 'npm ci --ignore-scripts';
/** The program as the lock file names it, never one that npm would fetch. */
export const meetpress = 'npx --no-install meetpress';
