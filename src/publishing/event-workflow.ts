import { formLabel } from './issue-form.ts';
import { checkout, install, meetpress, node } from './steps.ts';

/** Makes a file of an issue that was written with the form, once a maintainer has put the label on it, and proposes it. */
export const eventWorkflow = `# Makes an event of an issue, once somebody who may label issues has read it and put "${formLabel}" on it.
name: Event
on:
  issues:
    types: [labeled]

permissions: {}

concurrency:
  group: event-\${{ github.event.issue.number }}

defaults:
  run:
    shell: bash

jobs:
  event:
    if: github.event.label.name == '${formLabel}'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: write
      issues: write
      pull-requests: write
    env:
      NUMBER: \${{ github.event.issue.number }}
    steps:
      - uses: ${checkout}
        with:
          persist-credentials: false
      - ${node}
      - run: ${install}
      # What a stranger wrote goes from a file into the program. It is never a part of a command, nor printed into this
      # log, where a line may be a command to GitHub.
      - name: Write the event's file
        id: write
        run: |
          node --print 'require(process.env.GITHUB_EVENT_PATH).issue.body ?? ""' > "$RUNNER_TEMP/issue.md"
          exec > "$RUNNER_TEMP/said.txt" 2>&1
          ${meetpress} new event --form < "$RUNNER_TEMP/issue.md"
          ${meetpress} check --untrusted --trusted .
      - name: Propose it
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          gh auth setup-git
          git config user.name 'github-actions[bot]'
          git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
          git switch --create "event/$NUMBER"
          git add content
          git commit --message "Add the event of #$NUMBER"
          git push --force origin "event/$NUMBER"
          if [ "$(gh pr list --head "event/$NUMBER" --json number --jq length)" = 0 ]; then
            { echo "Closes #$NUMBER."; echo; sed 's/^/    /' "$RUNNER_TEMP/said.txt"; } |
              gh pr create --head "event/$NUMBER" --title "The event of #$NUMBER" --body-file -
          fi
      - name: Say in the issue what is wrong
        if: failure() && steps.write.outcome == 'failure'
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          sed 's/^/    /' "$RUNNER_TEMP/said.txt" | gh issue comment "$NUMBER" --body-file -
`;
