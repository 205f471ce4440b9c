/** The least that is a page; the words are a template's. */
export const htmlPage = (title, main) =>
  `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${title}</title>
</head>
<body>
<h1>${title}</h1>
${main}
</body>
</html>
`;

const linked = (name, items) =>
  `<ul>{% for item in ${items} %}<li><a href="{{ item.url | href }}">{{ item.${name} }}</a></li>{% endfor %}</ul>`;

/** The bare loop's only template: what it has is a title and HTML. */
export const loopTemplate = htmlPage('{{ title }}', '{{ content | safe }}');

/** As small as the loop's, so that both render as much; one for each kind of page that the site has. */
export const templates = {
  'post.njk': htmlPage('{{ post.title }}', '{{ post | content }}'),
  'person.njk': htmlPage('{{ person.name }}', '{{ person | content }}'),
  'home.njk': htmlPage('{{ title }}', linked('title', 'posts')),
  'posts.njk': htmlPage('{{ page.title }}', linked('title', 'posts')),
  'people.njk': htmlPage('{{ page.title }}', linked('name', 'people')),
  'tags.njk': htmlPage('{{ page.title }}', linked('name', 'tags')),
  'tag.njk': htmlPage('{{ tag.name }}', linked('title', 'tag.posts')),
  '404.njk': htmlPage('{{ page.title }}', ''),
  'robots.txt.njk': 'Sitemap: {{ sitemap }}\n',
  'sitemap.xml.njk':
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">' +
    '{% for url in urls %}<url><loc>{{ url }}</loc></url>{% endfor %}</urlset>\n',
};
