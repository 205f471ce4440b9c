// Markdown as organizers write it, out of chance. It means nothing.

const nouns =
  'lantern harbour ferry compiler kettle queue ladder bakery parser orchard gasket tunnel ledger violin socket meadow ' +
  'cursor blanket engine umbrella bucket thread pigeon scheduler drawer compass buffer market window snapshot garden ' +
  'token chimney worker bridge packet library marble index teapot branch railway schema puddle mirror cache postcard';
const verbs =
  'carries measures forgets repairs borrows rewrites follows counts paints unpacks answers delays replaces sorts ' +
  'listens wakes folds compares keeps drops joins explains breaks survives';
const adjectives =
  'quiet stubborn early patient brittle borrowed loud narrow honest wooden sleepy portable strict careful bright ' +
  'forgotten tidy slow curious plain';
const links = 'and but while because until so after where';

const [noun, verb, adjective, link] = [nouns, verbs, adjectives, links].map((words) => words.split(' '));

export const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** Two or three words. */
export const phrase = ({ pick, chance }) =>
  [...(chance(0.6) ? [pick(adjective)] : []), pick(noun), pick(noun)].join(' ');

const clause = (random) => {
  const { pick } = random;
  return `the ${phrase(random)} ${pick(verb)} a ${pick(adjective)} ${pick(noun)}`;
};

export const sentence = (random) => {
  const { pick, chance } = random;
  const more = chance(0.7) ? ` ${pick(link)} ${clause(random)}` : '';
  return `${capital(clause(random))}${more}.`;
};

/** A sentence with something in it: emphasis, code, a link, an address by itself. */
const marked = (random, posts) => {
  const { pick, between } = random;
  const address = `https://${pick(noun)}.example.org/${pick(noun)}/${between(1, 999)}`;
  return pick([
    () => `${capital(clause(random))}, which is *${pick(adjective)}* and **${phrase(random)}**.`,
    () => `Call \`${pick(noun)}.${pick(verb)}()\` ${pick(link)} ${clause(random)}.`,
    () => `See [${phrase(random)}](${address}) ${pick(link)} ${clause(random)}.`,
    () => `${capital(clause(random))}: ${address}`,
    () => `We told it [before](/posts/${pick(posts)}/) ${pick(link)} ${clause(random)}.`,
  ])();
};

const paragraph = (random, posts) =>
  random.times(2, 4, () => (random.chance(0.35) ? marked(random, posts) : sentence(random))).join(' ');

const list = (random) => {
  const sign = random.chance(0.3) ? '1.' : '-';
  return random.times(3, 5, () => `${sign} ${capital(phrase(random))}: ${clause(random)}`).join('\n');
};

const code = (random) => {
  const { pick, between, times } = random;
  const lines = times(3, 6, () => `  const ${pick(noun)} = ${pick(verb)}(${pick(noun)}, ${between(2, 64)});`);
  return ['```js', `function ${pick(noun)}(${pick(noun)}) {`, ...lines, '}', '```'].join('\n');
};

const table = (random) => {
  const { pick, between, times } = random;
  const rows = times(3, 5, () => `| ${pick(noun)} | ${pick(adjective)} | ${between(1, 900)} ms |`);
  return [`| ${pick(noun)} | how | time |`, '|---|---|---:|', ...rows].join('\n');
};

const image = (random, lists) =>
  `![${phrase(random)}](/assets/pier.svg)${lists ? `{width="${random.between(24, 64) * 10}" .wide}` : ''}`;

/**
 * A body of 2 to 3 kB.
 * @param posts names of posts that it may link to
 * @param options.lists whether it uses attribute lists
 * @param options.highlighted whether it holds code in a language
 */
export function body(random, posts, { lists, highlighted }) {
  const text = () => paragraph(random, posts);
  const heading = (level) => `${'#'.repeat(level)} ${capital(phrase(random))}`;
  return [
    text(),
    `${heading(2)}${lists ? ` {#part-${random.between(1, 99)}}` : ''}`,
    text(),
    list(random),
    image(random, lists),
    text(),
    heading(2),
    ...(highlighted ? [code(random)] : []),
    text(),
    table(random),
    heading(3),
    text(),
    `> ${sentence(random)}`,
    text(),
    ...(lists ? [`[${capital(phrase(random))}](https://example.org/join){.button}`] : []),
  ].join('\n\n');
}
