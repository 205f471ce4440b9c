import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { fillTargets } from '../../src/markdown/rendered.ts';

const render = createMarkdown();
/** The HTML, each picture of the site being 4 by 3 where its author says nothing else. */
function html(text: string): string {
  const { html: open, targets } = render(text);
  return fillTargets(
    open,
    (index) => targets[index]!.written,
    (index) => (targets[index]!.shape ? '' : ' width="4" height="3"'),
  ).replace(/^<p>|<\/p>\n$/g, '');
}

describe('pictures', () => {
  test('the first is there at once, the others when they are near', () => {
    expect(html('![a](a.png)\n\n<img src="b.png" alt="b">\n\n![c](c.png)')).toBe(
      '<img src="a.png" alt="a" width="4" height="3"></p>\n' +
        '<img width="4" height="3" loading="lazy" src="b.png" alt="b">\n' +
        '<p><img src="c.png" alt="c" width="4" height="3" loading="lazy">',
    );
  });

  test.each([
    ['![a](a.png){width=9}', '<img src="a.png" alt="a" width="9">'],
    ['![a](a.png){style="height: 9px"}', '<img src="a.png" alt="a" style="height: 9px">'],
    ['![a](a.png){style="color: red"}', '<img src="a.png" alt="a" style="color: red" width="4" height="3">'],
    [
      '[![a](https://a.example/b.png)](//a.example)',
      '<a href="//a.example"><img src="https://a.example/b.png" alt="a" class="held" loading="lazy" referrerpolicy="no-referrer"></a>',
    ],
    [
      'x ![a](//a.example/b.png){loading=eager referrerpolicy=origin}',
      'x <img src="//a.example/b.png" alt="a" loading="eager" referrerpolicy="no-referrer">',
    ],
    [
      '![a](https://a.example/b.png){width=9}',
      '<img src="https://a.example/b.png" alt="a" width="9" loading="lazy" referrerpolicy="no-referrer">',
    ],
    ['x <img src="a.png" height=9>', 'x <img src="a.png" height=9>'],
    ['x <img src="a.png" loading="lazy">', 'x <img width="4" height="3" src="a.png" loading="lazy">'],
  ])('%j', (text, expected) => expect(html(text)).toBe(expected));

  test('what their author gave stays', () => {
    expect(html('![a](a.png) ![b](b.png){loading=eager width=9}')).toContain(
      '<img src="b.png" alt="b" loading="eager" width="9">',
    );
  });

  test('nobody can ask for the size of another', () => {
    expect(html('x <img data-size="\u00050\u0002" src="https://a.example">')).not.toContain('width');
  });
});

test.each([
  ['![a](a.png){width=9}', { width: 9, open: 'height' }],
  ['![a](a.png){style="height:150px;width: 20.5PX"}', { width: 20.5, height: 150, open: 'both' }],
  ['<img src="a.png" width="40" height=30 alt="">', { width: 40, height: 30 }],
  ['<img src="a.png" width="40" style="width: 9px" alt="">', { width: 9 }],
  ['![a](a.png){width=50%}', { open: 'height' }],
  ['![a](a.png){style="max-width: 9px"}', {}],
  ['![a](a.png){style="width: 9em"}', { open: 'both' }],
  ['![a](a.png){style="color: red"}', undefined],
  ['![a](a.png)', undefined],
])('the shape of %s', (text, shape) => expect(render(text).targets[0]!.shape).toEqual(shape));

describe('frames', () => {
  test.each([
    ['<iframe src="map/demo.html"></iframe>', '<iframe loading="lazy" title="demo.html" src="map/demo.html">'],
    ['<iframe src="a.html" title="Tides" loading="eager">', '<iframe src="a.html" title="Tides" loading="eager">'],
    ['<iframe>', '<iframe loading="lazy" title="Embedded page">'],
    // Without an end it is no element of its own, and stays.
    [
      '<iframe class=a width=640 height=480 src="//player.vimeo.com/video/1">',
      '<iframe loading="lazy" title="Vimeo" class="a video video-4x3" width=640 height=480 src="https://player.vimeo.com/video/1">',
    ],
  ])('%j', (text, expected) => expect(html(text)).toContain(expected));

  const video = (size: string) => html(`<iframe ${size} src="http://tube.example/videos/embed/x"></iframe>`);
  test.each([
    ['', 'video'],
    ['width="560" height="315"', 'video'],
    ['width=640 height=480', 'video video-4x3'],
    ['width=9 height=10', 'video video-1x1'],
    ['width="315" height="560"', 'video video-9x16'],
    ['width="100%" height="400"', 'video'],
    ['width=2100 height=900', 'video video-21x9'],
  ])('a video with %j is %s', (size, classes) => expect(video(size)).toContain(`class="embed ${classes}"`));
});
