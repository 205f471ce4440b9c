import { checkout, install, meetpress, node } from './steps.ts';

/**
 * Checks and builds what a pull request proposes. The program, the templates and the scripts are those of the branch that
 * it is for; nothing of the pull request is run.
 */
export const checkWorkflow = `# Checks what a pull request proposes, and writes what is wrong beside its lines.
name: Check
on:
  # Not pull_request_target: whoever sends one from a fork gets a token that can only read, and no secrets.
  pull_request:

permissions:
  contents: read

concurrency:
  group: check-\${{ github.ref }}
  cancel-in-progress: true

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    steps:
      - name: Take what is proposed, which is only read
        uses: ${checkout}
        with:
          path: proposed
          persist-credentials: false
      - name: Take the branch that it is for, from which everything comes that is run
        uses: ${checkout}
        with:
          ref: \${{ github.event.pull_request.base.sha }}
          path: trusted
          persist-credentials: false
      - ${node}
          cache-dependency-path: trusted/package-lock.json
      - run: ${install}
        working-directory: trusted
      - run: ${meetpress} check --root ../proposed --untrusted --trusted . --format github
        working-directory: trusted
      # As text it could hold a line of the pull request, and GitHub obeys lines that begin with "::".
      - run: ${meetpress} build --root ../proposed --untrusted --trusted . --out ../preview --format json
        working-directory: trusted
      - name: Keep the result for whoever wants to look at it
        uses: actions/upload-artifact@v7
        with:
          name: preview
          path: preview
          retention-days: 7
`;

/** Every day, since a day can change a site without anybody writing a line. */
const daily = `schedule:
    # Every day: what is to be published today appears, dates of a series move up, and lists are in their right order
    # for programs, too. At an odd minute, as full hours are crowded.
    - cron: '23 3 * * *'
  workflow_dispatch:`;

/** Builds the site and gives it to GitHub Pages: after each change on `main`, every day, and when somebody asks. */
export const pagesWorkflow = `# Publishes the site. In the repository's settings, under Pages, the source must be "GitHub Actions".
name: Publish
on:
  push:
    branches: [main]
  ${daily}

permissions: {}

concurrency:
  group: pages

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pages: read
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - ${node}
      - id: pages
        uses: actions/configure-pages@v6
      - run: ${install}
      - run: ${meetpress} build
        env:
          # Where the site will be, unless site.yaml says so.
          MEETPRESS_URL: \${{ steps.pages.outputs.base_url }}
      - uses: actions/upload-pages-artifact@v5
        with:
          path: dist

  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
`;

/** Asks a host that builds by itself to do so every day. */
export const rebuildWorkflow = `# Lets the host build the site anew. Keep the address of its build hook as the secret BUILD_HOOK.
name: Rebuild
on:
  ${daily}

permissions: {}

jobs:
  rebuild:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - run: curl --fail --silent --show-error --request POST "\${BUILD_HOOK:?is no secret of this repository yet}"
        env:
          BUILD_HOOK: \${{ secrets.BUILD_HOOK }}
`;
