import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { dangerIn } from '../../src/routes/inert-svg.ts';

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"${attributes}>${inside}</svg>`;

test.each([
  svg('<script>run()</script>'),
  svg('<SCRIPT>run()</SCRIPT>'),
  svg('', ' onload="run()"'),
  svg('', ' ONLOAD="run()"'),
  svg('<g onclick="run()"/>'),
  svg('<g ev:onclick="run()"/>'),
  svg('<foreignObject><p/></foreignObject>'),
  svg('<a href="javascript:run()"><text>x</text></a>'),
  svg('<a xlink:href="https://evil.example"><text>x</text></a>'),
  svg('<use href="other.svg#x"/>'),
  svg('<use xlink:href="//evil.example/x.svg#x"/>'),
  svg('<use href="data:image/svg+xml,%3Csvg/%3E#x"/>'),
  svg('<image href="https://evil.example/x.png"/>'),
  svg('<image href="data:image/svg+xml;base64,AAAA"/>'),
  svg('<feImage href="#x"/>'),
  svg('<animate attributeName="href" to="javascript:run()"/>'),
  svg('<set attributeName="onload" to="run()"/>'),
  svg('<handler xmlns="http://www.w3.org/2001/xml-events">run()</handler>'),
  svg('<style>@import url(//evil.example/x.css);</style>'),
  svg('<style>g { fill: url(https://evil.example/#x) }</style>'),
  svg('<style><![CDATA[g { fill: url(//evil.example/#x) }]]></style>'),
  svg('<style>g { fill: u\\72l(//evil.example) }</style>'),
  svg('<g style="background:url(//evil.example)"/>'),
  svg('<g fill="url(//evil.example/#x)"/>'),
  svg('<g fill="&#117;rl(//evil.example/#x)"/>'),
  svg('<g href="&#106;avascript:run()"/>'),
  svg('<g xmlns="http://www.w3.org/1999/xhtml"><script>run()</script></g>'),
  svg('<h:script>run()</h:script>', ' xmlns:h="http://www.w3.org/1999/xhtml"'),
  svg('<h:script>run()</h:script>', ' xmlns:h="http://www.w3.org/1999/&#120;html"'),
  svg('<s:script>run()</s:script>', ' xmlns:s="http://www.w3.org/2000/svg"'),
  svg('<svg:script>run()</svg:script>', ' xmlns:svg="http://www.w3.org/2000/svg"'),
  svg('<g xml:base="https://evil.example/"/>'),
  `<?xml-stylesheet href="//evil.example/x.css"?>${svg('')}`,
  `<?xml version="1.0" encoding="utf-7"?>${svg('')}`,
  `<!DOCTYPE svg [<!ENTITY x "<script>run()</script>">]>${svg('&x;')}`,
  `<!DOCTYPE svg [<!ENTITY % x SYSTEM "https://evil.example/x.dtd"> %x;]>${svg('')}`,
  '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
  '<p>no drawing</p>',
  'plain words',
  '',
])('%s is not published', (text) => {
  expect(dangerIn(text)).toMatchObject({ line: 1, reason: expect.stringMatching(/\S/) });
});

test('says on which line the first danger is', () => {
  expect(dangerIn(svg('\n<g/>\r\n<g onclick="run()"/>\n<script/>'))).toEqual({
    line: 3,
    reason: '`onclick` runs code',
  });
});

const drawn = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
${svg(
  `<sodipodi:namedview pagecolor="#fff"/><metadata><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format></cc:Work></rdf:RDF></metadata>
  <defs><linearGradient id="a"><stop offset="0"/></linearGradient><linearGradient id="b" xlink:href="#a"/></defs>
  <style>g { fill: url(#a); } @media (prefers-color-scheme: dark) { g { fill: url('#b') } }</style>
  <g inkscape:label="Layer" style="fill:url(#b);stroke:none" clip-path="url(#c)"><path d="M0 0h9"/><use href="#a"/></g>
  <image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/><text>a &lt; b &amp; c</text>`,
  ' xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" viewBox="0 0 9 9"',
)}`;
const pictures = join(packageRoot, 'assets/images');
const ours = readdirSync(pictures).filter((name) => name.endsWith('.svg'));

test.each([
  ['a drawing of a drawing program', drawn],
  ...ours.map((name) => [name, readFileSync(join(pictures, name), 'utf8')]),
])('%s is published', (_, text) => {
  expect(dangerIn(text)).toBeUndefined();
});
