import { expect, test } from 'vitest';
import { WrongCall } from '../../src/commands/io.ts';
import { type BuildFlags, readCall } from '../../src/commands/options.ts';
import { readConfig } from '../../src/config/read.ts';
import { filesOf } from '../support.ts';
import { temporaryFolder } from '../whole/run.ts';

type Environment = Readonly<Record<string, string>>;
const preview = {
  NETLIFY: 'true',
  CONTEXT: 'deploy-preview',
  URL: 'https://meet.example',
  DEPLOY_PRIME_URL: 'https://deploy-preview-7--meet.netlify.app',
};
const production = { ...preview, CONTEXT: 'production' };

/** Where a site lives, by what is typed, by the machine, and by site.yaml. */
function addressOf(flags: BuildFlags, environment: Environment, yaml = ''): string | undefined {
  const { options } = readCall({ root: temporaryFolder(), ...flags }, environment);
  const { url } = readConfig(filesOf({ 'site.yaml': yaml }), options.overrides).value;
  return url && url.origin + url.basePath;
}

const own = 'url: https://own.example/meet/';

test.each([
  ['nobody says where', {}, {}, '', undefined],
  ['site.yaml says it', {}, {}, own, 'https://own.example/meet/'],
  ['the host says it', {}, production, '', 'https://meet.example/'],
  ['site.yaml outweighs the host', {}, production, own, 'https://own.example/meet/'],
  ['a preview is not the site', {}, preview, own, 'https://deploy-preview-7--meet.netlify.app/'],
  ['--base-url outweighs a preview', { baseUrl: 'https://x.example' }, preview, own, 'https://x.example/'],
  ['--base-url outweighs the host', { baseUrl: 'https://x.example' }, production, '', 'https://x.example/'],
])('%s', (_, flags, environment, yaml, address) => expect(addressOf(flags, environment, yaml)).toBe(address));

test('an address that is none is a wrong call', () =>
  expect(() => addressOf({}, { MEETPRESS_URL: 'meet.example' })).toThrow(
    new WrongCall('MEETPRESS_URL: `meet.example` is no full address of a site'),
  ));
