const newSite = [
  ...['--name', 'Heron Valley', '--place', 'The Old Mill', '--organizer', 'Ada Example'],
  ...['--url', 'https://herons.example.org/'],
];

/**
 * What somebody does with Meetpress on the first day, as calls of it in the new site's folder; `dev` comes after them.
 * @param {readonly string[]} when `--now` and an instant, or nothing
 * @param {readonly string[]} more of `init`
 */
export const stepsOfANewcomer = (when = [], more = []) => [
  ['init', '--yes', ...newSite, ...when, ...more],
  ['build', ...when],
  ['check', '--strict', ...when],
  ['new', 'event', '--title', 'Maps for everybody', '--description', 'And for the lost.', '--no-open', ...when],
  ['new', 'person', '--name', 'Bob Example', '--no-open', ...when],
  ['build', '--strict', ...when],
  ['check', '--strict', ...when],
  ['announce', ...when],
  ['status', ...when],
];
