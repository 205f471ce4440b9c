import { BlockList, isIP } from 'node:net';
import { type Diagnostic, diagnose, type Problem } from '../diagnostics/diagnostic.ts';
import { createUnderstand } from './addresses.ts';
import type { Answer } from './answers.ts';
import { type Asking, askAll } from './ask-all.ts';
import { type Checking, onPages, type Page } from './checking.ts';
import { createIgnored } from './ignored.ts';

/** A link out of the site, and where it stands. */
export interface LinkOut {
  /** As a browser would ask for it, without its fragment. */
  readonly url: string;
  /** As it was first met. */
  readonly href: string;
  readonly pages: Page[];
}

/** What becomes of an event when it is added to a calendar: addresses that the program makes, with a form behind each. */
const calendars =
  /^https:\/\/(?:calendar\.google\.com\/calendar\/render|outlook\.(?:live|office)\.com\/calendar\/deeplink|calendar\.yahoo\.com\/\?)/;

/** The links out of the site that somebody wrote, each once, in the order in which they are met; the list of `site.yaml` apart. */
export function linksOut(checking: Checking): LinkOut[] {
  const { pages, site } = checking;
  const understand = createUnderstand(checking);
  const isIgnored = createIgnored(site.config.checkIgnores);
  const edit = site.config.edit?.split('{path}')[0];
  const isMade = (url: string): boolean => calendars.test(url) || (!!edit && url.startsWith(edit));
  const found = new Map<string, LinkOut>();
  for (const page of pages)
    for (const { href } of page.facts.links) {
      const to = understand(href, page.url);
      if (to.kind !== 'elsewhere' || isMade(to.url)) continue;
      const known = found.get(to.url);
      if (known) known.pages.push(page);
      else if (!isIgnored(to.url) && !isIgnored(href)) found.set(to.url, { url: to.url, href, pages: [page] });
    }
  return [...found.values()];
}

export interface Outside {
  readonly diagnostics: readonly Diagnostic[];
  /** How many addresses were asked for, and how many answers were still known. */
  readonly asked: number;
  readonly known: number;
}

/** Asks for every link out of the site. */
export async function checkOutside(checking: Checking, asking: Asking): Promise<Outside> {
  const links = linksOut(checking);
  const isPublic = ({ url }: LinkOut): boolean => !isPrivate(new URL(url).hostname);
  const { answers, asked, known, isOffline } = await askAll(
    links.filter(isPublic).map(({ url }) => url),
    asking,
  );
  const diagnostics = links.flatMap((link) => {
    const answer = answers.get(link.url);
    const isUnsaid = isOffline && (answer?.kind === 'nameless' || answer?.kind === 'silent');
    if (isUnsaid) return [];
    const problem = isPublic(link) ? problemOf(link.href, answer) : leadsHome(link.href);
    if (!problem) return [];
    const notes = [...(problem.notes ?? []), onPages(link.pages.map(({ url }) => url))];
    return diagnose({ ...problem, notes }, checking.find(link.href, link.pages[0]!.entry));
  });
  return { diagnostics: isOffline ? [...diagnostics, offline(asked)] : diagnostics, asked, known };
}

const offline = (asked: number): Diagnostic =>
  diagnose({
    code: 'unanswered-link',
    message: `no server answered, so ${asked === 1 ? 'a link' : `${asked} links`} out could not be checked`,
    help: 'look whether this machine is connected, and try again',
  });

function problemOf(href: string, answer: Answer | undefined): Problem | undefined {
  switch (answer?.kind) {
    case 'gone':
      return {
        code: 'dead-link',
        message: `\`${href}\` is gone: ${answer.reason}`,
        help: 'link to where it is now, or to a copy at https://web.archive.org; or take the link out',
      };
    case 'nameless':
      return {
        code: 'dead-link',
        message: `\`${href}\` is gone: there is no server of that name`,
        help: 'check the name; link to a copy at https://web.archive.org, or take the link out',
      };
    case 'moved':
      return { code: 'moved-link', message: `\`${href}\` has moved for good`, help: `write \`${answer.to}\`` };
    case 'silent':
      return {
        code: 'unanswered-link',
        message: `\`${href}\` could not be checked: ${answer.reason}`,
        help: 'try it in a browser; what never answers to programs belongs under `check: ignore:` in site.yaml',
      };
    default:
      return undefined;
  }
}

const leadsHome = (href: string): Problem => ({
  code: 'dead-link',
  message: `\`${href}\` leads to a private network, where readers cannot follow`,
  help: 'link to the address under which everybody finds it',
});

/** What no address on the public Internet has (IANA's special-purpose registries). */
const privateAddresses = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  privateAddresses.addSubnet(net, bits);
for (const [net, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  privateAddresses.addSubnet(net, bits, 'ipv6');

/** @param hostname as `URL` has it */
function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  const family = isIP(host);
  if (family) return privateAddresses.check(host, family === 6 ? 'ipv6' : 'ipv4');
  return /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/i.test(host);
}
