import { expect, test } from 'vitest';
import { alikePairs, areLikeNames, areLikeTags, nameKeys, tagKeys } from '../../src/check/likeness.ts';

test.each([
  ['meetup', 'meetups'],
  ['open source', 'opensource'],
  ['FastAPI', 'fast-api'],
  ['category', 'categories'],
  ['javascript', 'javscript'],
  ['kubernetes', 'kubernetse'],
  ['café', 'cafe'],
  ['machine learning', 'machine-learnings'],
])('the tags %s and %s are alike', (a, b) => {
  expect([areLikeTags(a, b), areLikeTags(b, a)]).toEqual([true, true]);
  expect([...alikePairs([a, b], tagKeys, areLikeTags)]).toEqual([[a, b]]);
});

test.each([
  ['new', 'news'],
  ['python2', 'python3'],
  ['C', 'C++'],
  ['C++', 'C#'],
  ['rust', 'trust'],
  ['design', 'resign'],
  ['react', 'reach'],
  ['2025', '2026'],
  ['pycon2025', 'pycon2026'],
  ['angular', 'angularjs'],
  ['server', 'serverless'],
  ['tuesday', 'thursday'],
])('the tags %s and %s are two', (a, b) => {
  expect([areLikeTags(a, b), areLikeTags(b, a)]).toEqual([false, false]);
});

test.each([
  ['Ann Lee', 'Anne Lee'],
  ['Jose Nunez', 'José Núñez'],
  ['Ada K. Lovelace', 'Ada Lovelace'],
  ['Micheal Brown', 'Michael Brown'],
  ['Jon Smith', 'John Smith'],
  ['Ilse Marchbank', 'Ilse Marchbanks'],
  ['Jürgen Weiß', 'Jürgen Weiss'],
])('the names %s and %s are alike', (a, b) => {
  expect([areLikeNames(a, b), areLikeNames(b, a)]).toEqual([true, true]);
  expect([...alikePairs([a, b], nameKeys, areLikeNames)]).toEqual([[a, b]]);
});

test.each([
  ['Ann Lee', 'Anna Lee'],
  ['Daniel Vos', 'Daniela Vos'],
  ['Jan Vos', 'Jon Vos'],
  ['Tim Miller', 'Jim Miller'],
  ['Maria Rossi', 'Mario Rossi'],
  ['Ann Lee', 'Ann Leigh'],
  ['Ann Lee', 'Ann'],
  ['Kim', 'Tim'],
  ['Anne Leigh', 'Ann Lee'],
  ['李 小龙', '李 大龙'],
])('the names %s and %s are two', (a, b) => {
  expect([areLikeNames(a, b), areLikeNames(b, a)]).toEqual([false, false]);
});

test('of many that are alike every two are a pair, once', () => {
  const pairs = [...alikePairs(['meetup', 'meet-up', 'meetups', 'tea'], tagKeys, areLikeTags)];
  expect(pairs.map((pair) => pair.join(' ')).sort()).toEqual(['meet-up meetups', 'meetup meet-up', 'meetup meetups']);
});

test('many names take no time', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `testing ${String.fromCodePoint(0x4e00 + index)}`);
  const compared = { count: 0 };
  const areAlike = (a: string, b: string) => {
    compared.count += 1;
    return areLikeTags(a, b);
  };
  [...alikePairs(names, tagKeys, areAlike)];
  expect(compared.count).toBeLessThan(names.length * 25);
});
