import { expect, test } from 'vitest';
import { hostAddress } from '../../src/config/host-address.ts';

type Environment = Readonly<Record<string, string>>;

const own = { MEETPRESS_URL: 'https://a.example/b' };
const netlify = (CONTEXT: string): Environment => ({
  NETLIFY: 'true',
  CONTEXT,
  URL: 'https://meet.example',
  DEPLOY_PRIME_URL: 'https://deploy-preview-7--meet.netlify.app',
});
const cloudflare = (CF_PAGES_BRANCH: string, CF_PAGES_URL = 'https://0123abcd.meet.pages.dev'): Environment => ({
  CF_PAGES: '1',
  CF_PAGES_BRANCH,
  CF_PAGES_URL,
});

test.each<[Environment, string, string]>([
  [own, 'https://a.example/b/', 'MEETPRESS_URL'],
  [{ ...netlify('deploy-preview'), ...own }, 'https://a.example/b/', 'MEETPRESS_URL'],
  [netlify('production'), 'https://meet.example/', 'Netlify'],
  [cloudflare('main'), 'https://meet.pages.dev/', 'Cloudflare Pages'],
  [cloudflare('master'), 'https://meet.pages.dev/', 'Cloudflare Pages'],
  [cloudflare('main', 'https://meet.pages.dev'), 'https://meet.pages.dev/', 'Cloudflare Pages'],
])('%o is the site at %s', (environment, address, from) => {
  const { origin, basePath } = hostAddress(environment)!.url;
  expect(`${origin}${basePath}`).toBe(address);
  expect(hostAddress(environment)).toMatchObject({ from, preview: false });
});

test.each<[Environment, string]>([
  [netlify('deploy-preview'), 'https://deploy-preview-7--meet.netlify.app'],
  [netlify('branch-deploy'), 'https://deploy-preview-7--meet.netlify.app'],
  [netlify('staging'), 'https://deploy-preview-7--meet.netlify.app'],
  [cloudflare('owls'), 'https://0123abcd.meet.pages.dev'],
])('%o is a preview at %s', (environment, origin) =>
  expect(hostAddress(environment)).toMatchObject({ url: { origin, basePath: '/' }, preview: true }),
);

test.each<[string, Environment]>([
  ['nothing', {}],
  ['an address that is for something else', { URL: 'https://a.example', CONTEXT: 'production' }],
  ['an empty one', { MEETPRESS_URL: '' }],
  ['what is no address', { MEETPRESS_URL: 'a.example' }],
  ['Netlify without one', { NETLIFY: 'true', CONTEXT: 'dev' }],
  ['Cloudflare without one', { CF_PAGES: '1', CF_PAGES_BRANCH: 'main' }],
])('%s says nothing', (_, environment) => expect(hostAddress(environment)).toBeUndefined());
