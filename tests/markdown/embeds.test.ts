import { describe, expect, test } from 'vitest';
import { createMarkdown } from '../../src/markdown/markdown.ts';
import { frameOfPage } from '../../src/markdown/players.ts';

const render = createMarkdown();
const frame = (src: string, more = ''): string => render(`<iframe src="${src}"${more}></iframe>`).html.trim();

describe('a frame from elsewhere waits as a link', () => {
  test.each([
    [
      'https://www.youtube.com/embed/x?start=3&amp;rel=0',
      ' title="Tides"',
      '<a class="embed video" href="https://www.youtube.com/watch?v=x" data-frame="https://www.youtube-nocookie.com/embed/x?start=3&amp;rel=0&amp;autoplay=1"><span><b>Tides</b> <small>Play the video from YouTube</small></span></a>',
    ],
    [
      'https://player.vimeo.com/video/1#t=3s',
      ' width=640 height=480 class=a id=b',
      '<a class="embed video a video-4x3" id="b" href="https://vimeo.com/1" data-frame="https://player.vimeo.com/video/1?autoplay=1&amp;dnt=1#t=3s"><span><small>Play the video from Vimeo</small></span></a>',
    ],
    [
      'http://tube.example/videos/embed/x',
      ` sandbox="allow-scripts" allow='x "y"'`,
      '<a class="embed video" href="https://tube.example/videos/watch/x" data-frame="https://tube.example/videos/embed/x?autoplay=1" data-allow="x &quot;y&quot;" data-sandbox="allow-scripts"><span><small>Play the video from PeerTube</small></span></a>',
    ],
    [
      '//www.openstreetmap.org/export/embed.html?a',
      ' width=425 height=350',
      '<a class="embed map" href="https://www.openstreetmap.org/export/embed.html?a" data-frame="https://www.openstreetmap.org/export/embed.html?a" style="max-width: 425px; height: 350px"><span><small>Show the map from www.openstreetmap.org</small></span></a>',
    ],
    [
      'https://forms.example/join',
      ' title="Join &lt;us&gt;" style="width: 9em"',
      '<a class="embed" href="https://forms.example/join" data-frame="https://forms.example/join" style="width: 9em"><span><b>Join &lt;us&gt;</b> <small>Show what forms.example has here</small></span></a>',
    ],
  ])('%s%s', (src, more, expected) => {
    const written = expected.replace(/( id="b")(.*?data-frame="[^"]*")/, '$2$1');
    expect(frame(src, more)).toBe(written);
  });

  test('and needs a script', () => {
    expect(render('<iframe src="https://a.example"></iframe>').needs).toEqual(['embed']);
    expect(render('<iframe src="a.html"></iframe>').needs).toEqual([]);
  });

  test('with a picture of the site', () => {
    const { html, targets } = render('<iframe src="https://a.example" data-poster="a.png"></iframe>');
    expect(html).toContain('"><img src="\u00010\u0002" alt="" loading="lazy"><span>');
    expect(targets.map(({ written, use }) => [written, use])).toEqual([['a.png', 'image']]);
  });

  test('in the excerpt and behind it', () => {
    const html = '<iframe src="https://a.example"></iframe>';
    const { excerpt, html: whole } = render(`First ${html} words.\n\n<!-- more -->\n\n${html}`);
    expect(whole.slice(...excerpt)).toMatch(/^<p>First <a .*<\/a> words\.<\/p>\s*$/);
    expect(whole).not.toContain('<iframe');
  });
});

test.each(['a.html', '', '#a'])('a frame of the site itself stays: %j', (src) => {
  expect(frame(src)).toContain('<iframe ');
});

test('nobody else may write what stands for a frame', () => {
  const careful = createMarkdown({ untrusted: true });
  expect(careful('<a class="embed" data-frame="https://evil.example">x</a>').html).not.toContain('data-frame');
  expect(careful('[x](/){data-frame="https://evil.example"}').html).not.toContain('data-frame');
  const tube = '<iframe src="https://a.example/videos/embed/x" data-sandbox="" sandbox=""></iframe>';
  expect(careful(tube).html).toContain('data-sandbox="allow-scripts allow-same-origin allow-popups"');
});

describe('the frame of a video’s page', () => {
  test.each([
    ['https://www.youtube.com/watch?t=3&v=abcdef-_', 'https://www.youtube-nocookie.com/embed/abcdef-_?autoplay=1'],
    ['https://youtu.be/abcdefg?si=1', 'https://www.youtube-nocookie.com/embed/abcdefg?autoplay=1'],
    ['https://www.youtube.com/live/abcdefg', 'https://www.youtube-nocookie.com/embed/abcdefg?autoplay=1'],
    ['https://vimeo.com/123', 'https://player.vimeo.com/video/123?autoplay=1&dnt=1'],
    [
      'https://tube.example/w/mZ4yVwq1mZ4yVwq1mZ4yVw',
      'https://tube.example/videos/embed/mZ4yVwq1mZ4yVwq1mZ4yVw?autoplay=1',
    ],
    ['https://media.ccc.de/v/38c3-talk', 'https://media.ccc.de/v/38c3-talk/oembed'],
  ])('%s', (page, address) => expect(frameOfPage(page)).toMatchObject({ page, address }));

  test.each([
    'https://www.youtube.com/playlist?list=PL1',
    'https://www.youtube.com/@somebody',
    'https://vimeo.com/channels/staff',
    'https://a.example/w/short',
    '/talks/',
    'videos/a.mp4',
  ])('%s has none', (page) => expect(frameOfPage(page)).toBeUndefined());
});
