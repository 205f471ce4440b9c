import type { Site } from '../model/values.ts';
import { coloursCss } from '../render/colours.ts';
import { assetRoute, type Route } from './route.ts';

/** The style sheet of the colours that belong to the site's accent; `theme.css` is the same for all sites. */
export const coloursRoute = ({ config }: Site): Route =>
  assetRoute('assets/theme/colours.css', coloursCss(config.accent));
