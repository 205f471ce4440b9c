import type { Problem } from '../diagnostics/diagnostic.ts';

const host = /^(?:[a-z\d-]{1,63}\.){1,8}([a-z]{2,24})$/i;
/** The ends of hosts that people link to. Any two letters may be a country's. */
const topLevel =
  /^(?:[a-z]{2}|com|org|net|edu|gov|info|biz|app|dev|blog|cloud|club|community|events|live|page|social|space|site|online|tech|tools|wiki|world|zone)$/i;
/** Files' endings that are a country's too. */
const ending = /\.(?:md|py|rs|js|ts|sh|rb|pl|ps|go|cc|gz|so|mo|tf)$/i;

/** Whether a target that is no file begins with a host. */
export function isHost(written: string): boolean {
  const first = /^[^/?#]*/.exec(written)![0];
  const end = host.exec(first)?.[1];
  if (end === undefined) return false;
  return /^www\./i.test(first) || (topLevel.test(end) && (written[first.length] === '/' || !ending.test(first)));
}

/** What is wrong with an address that is a host's. */
export const missingScheme = (written: string): Problem => ({
  code: 'missing-scheme',
  message: `\`${written}\` is an address without \`https://\``,
  help: `write \`https://${written}\``,
});
