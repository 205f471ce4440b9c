import type { OrganizationLeaf, PersonLeaf, WebSiteLeaf } from 'schema-dts';
import type { Person, Sponsor } from '../model/values.ts';
import { type Describing, onTheWeb, thing } from './thing.ts';

/** https://schema.org/Person, with all that is known of somebody. */
export function personThing(person: Person, { absolute, summary }: Describing): PersonLeaf {
  return thing<PersonLeaf>({
    '@type': 'Person',
    name: person.name,
    pronouns: person.pronouns,
    description: summary(person),
    image: absolute(person.avatar ?? person.image),
    url: absolute(person.url),
    sameAs: onTheWeb(person.links.map(({ target }) => absolute(target))),
  });
}

/** The same by name and address, for where somebody is mentioned. */
export const mentionOf = (person: Person, { absolute }: Describing): PersonLeaf =>
  thing<PersonLeaf>({ '@type': 'Person', name: person.name, url: absolute(person.url) });

/** A sponsor, at its own address. */
export function sponsorThing({ name, logo, website, url }: Sponsor, { absolute }: Describing): OrganizationLeaf {
  return thing<OrganizationLeaf>({
    '@type': 'Organization',
    name,
    logo: absolute(logo),
    url: absolute(website) ?? absolute(url),
  });
}

/** The group itself, with all that `site.yaml` says of it. */
export function groupThing(describing: Describing): OrganizationLeaf {
  const { site, absolute } = describing;
  return thing<OrganizationLeaf>({
    ...groupMention(describing),
    logo: absolute(site.config.logo),
    description: site.config.description,
    sameAs: onTheWeb(site.config.social.map(({ href }) => absolute(href))),
  });
}

/** The group by name and address: who organizes, and who publishes. */
export function groupMention({ title, absolute }: Describing): OrganizationLeaf {
  const home = absolute('/');
  return thing<OrganizationLeaf>({
    '@type': 'Organization',
    '@id': home && `${home}#organization`,
    name: title,
    url: home,
  });
}

/** https://schema.org/WebSite */
export function webSiteThing(describing: Describing): WebSiteLeaf {
  const { site, title, absolute } = describing;
  return thing<WebSiteLeaf>({
    '@type': 'WebSite',
    name: title,
    description: site.config.description,
    inLanguage: site.config.language,
    url: absolute('/'),
    publisher: groupMention(describing),
  });
}
