import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { fillTargets } from '../../src/markdown/rendered.ts';

const render = createMarkdown();
/** The HTML, each picture of the site being 4 by 3. */
function html(text: string): string {
  const { html: open, targets } = render(text);
  return fillTargets(
    open,
    (index) => targets[index]!.written,
    () => ' width="4" height="3"',
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
    ['![a](https://a.example/b.png)', '<img src="https://a.example/b.png" alt="a">'],
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

describe('frames', () => {
  const youtube = 'https://www.youtube.com/embed/x';
  test.each([
    [`<iframe src="${youtube}"></iframe>`, `<iframe loading="lazy" title="YouTube" class="video" src="${youtube}">`],
    [
      `<iframe width="560" height="315" src="${youtube}" title="Tides" loading="eager">`,
      `<iframe class="video" width="560" height="315" src="${youtube}" title="Tides" loading="eager">`,
    ],
    [
      '<iframe class=a width=640 height=480 src="//player.vimeo.com/video/1">',
      '<iframe loading="lazy" title="Vimeo" class="a video video-4x3" width=640 height=480 src="https://player.vimeo.com/video/1">',
    ],
    [
      '<iframe width="315" height="560" src="http://tube.example/videos/embed/x">',
      '<iframe loading="lazy" title="PeerTube" class="video video-9x16" width="315" height="560" src="https://tube.example/videos/embed/x">',
    ],
    [
      `<iframe width="100%" height="400" src="${youtube}" style="width: 9em" title="a">`,
      `<iframe loading="lazy" width="100%" height="400" src="${youtube}" style="width: 9em" title="a">`,
    ],
    [
      '<iframe src="https://www.openstreetmap.org/export/embed.html?a" title="">',
      '<iframe loading="lazy" src="https://www.openstreetmap.org/export/embed.html?a" title="www.openstreetmap.org">',
    ],
    ['<iframe src="map/demo.html">', '<iframe loading="lazy" title="demo.html" src="map/demo.html">'],
    ['<iframe>', '<iframe loading="lazy" title="Embedded page">'],
  ])('%j', (text, expected) => expect(html(text)).toContain(expected));
});
