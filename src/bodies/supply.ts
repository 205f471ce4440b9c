import type { Rendered } from '../markdown/rendered.ts';
import type { Body, BodyOptions, RenderBody } from './bodies.ts';

/**
 * How a site gets its bodies: given all that there are, a function that gives each by its index. Whatever it does, it gives
 * what `render` would.
 */
export type Supply = (bodies: readonly Body[], options: BodyOptions, render: RenderBody) => (index: number) => Rendered;

/** Each when it is asked for. */
export const onDemand: Supply = (bodies, _, render) => (index) => render(bodies[index]!.text, bodies[index]!.language);
