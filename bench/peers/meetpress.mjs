import { program } from '../program.mjs';

/** Meetpress itself, in the shape of a peer. */
export const meetpress = {
  name: 'Meetpress',
  isThere: () => true,
  setUp: () => {},
  keeps: ['.meetpress'],
  build: (out) => [process.execPath, program, 'build', '--out', out],
  serve: (port) => [process.execPath, program, 'dev', '--port', `${port}`],
  addressOf: (name) => `/posts/${name}/`,
  events: '/__meetpress/events',
};
