import { expect, test } from 'vitest';
import { documentsOf, isSearched } from '../../src/search/documents.ts';

const page = (main: string, lang = 'en') => ({
  url: '/events/x/',
  html: `<!DOCTYPE html><html lang="${lang}"><main data-pagefind-body data-on="4 June">${main}</main></html>`,
});

test('a page without parts is one document', () => {
  const given = page('<h1>A</h1>');
  expect(documentsOf(given)).toEqual([given]);
});

test('a part is a document of its own, with the page’s date and language', () => {
  const part =
    '<section id="t" data-search="talk"><h3>Wicks &amp; <b>wax</b></h3><section>In it</section> all</section>';
  const [, found, ...others] = documentsOf(page(`<h1>A</h1>${part}<p>after</p>`));
  expect(others).toEqual([]);
  expect(found!.url).toBe('/events/x/#t');
  expect(found!.html).toContain(
    `data-kind="talk" data-title="Wicks &amp; wax" data-on="4 June" data-lang="en">${part}<`,
  );
  expect(found!.html).not.toContain('after');
});

test('a part says its own language, and its address is encoded', () => {
  const [, found] = documentsOf(page('<section id="über" lang="de" data-search="talk"><h3>"Licht"</h3></section>'));
  expect(found!.url).toBe('/events/x/#%C3%BCber');
  expect(found!.html).toContain('data-title="&quot;Licht&quot;" data-on="4 June" data-lang="de"');
});

test('a part is in the language of its heading', () => {
  const [, found] = documentsOf(
    page('<section id="a" data-search="talk"><h3 lang="fr">Mots</h3><p lang="la">x</p></section>'),
  );
  expect(found!.html).toContain('data-lang="fr"');
});

test('what has no id, or stands in another part, is none', () => {
  const inner = '<div id="b" data-search="talk"><h4>B</h4></div>';
  const documents = documentsOf(
    page(`<p data-search="talk">x</p><section id="a" data-search="talk">${inner}</section>`),
  );
  expect(documents.map(({ url }) => url)).toEqual(['/events/x/', '/events/x/#a']);
});

test('a page that no template marks cannot be found', () => {
  expect(isSearched(page(''))).toBe(true);
  expect(isSearched({ url: '/', html: '<main>words</main>' })).toBe(false);
});
