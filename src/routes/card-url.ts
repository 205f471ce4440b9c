import type { Target } from '../model/values.ts';

/** The card of a page: `/events/x/` has `/cards/events/x.png`, and the home page `/cards.png`. */
export const cardUrl = (url: string): string => `/cards${url.replace(/\/$/, '')}.png`;

/** Whether a page has a picture that networks show beside a link to it; of drawings none does. */
export const hasPicture = (image: Target | undefined): boolean =>
  image !== undefined && !/\.svgz?(?:[?#]|$)/i.test(image.written);

export const siteCard = cardUrl('/');

/** Whether a path below the output folder may be a card's. */
export const isCardPath = (path: string): boolean => /^cards(?:\/.+)?\.png$/.test(path);
