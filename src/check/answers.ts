/** What came of asking for an address. */
export type Answer =
  | { readonly kind: 'there' }
  /** It has another address for good. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Nothing is there, and nothing will be. */
  | { readonly kind: 'gone'; readonly reason: string }
  /** There is no server of that name, or no network. */
  | { readonly kind: 'nameless' }
  /** Nobody can say: it took too long, or its server has trouble. */
  | { readonly kind: 'silent'; readonly reason: string }
  /** The server asks to be left alone for now. */
  | { readonly kind: 'busy' };

/** The part of `fetch` that is used. */
export type Fetch = (url: string, options: RequestInit) => Promise<Response>;

/** How long a server has to answer, in milliseconds. */
const patience = 10_000;
const mostRedirects = 10;

/** Asks whether something is at an address: for its head, and for the whole where that is refused. Never throws. */
export async function ask(url: string, agent: string, fetch: Fetch): Promise<Answer> {
  const answer = await follow(url, 'HEAD', agent, fetch);
  // Many servers don't know the method, or answer it with anything.
  return answer.kind === 'gone' || answer.kind === 'silent' ? follow(url, 'GET', agent, fetch) : answer;
}

async function follow(first: string, method: 'HEAD' | 'GET', agent: string, fetch: Fetch): Promise<Answer> {
  let url = first;
  let isForGood = true;
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
      const response = await fetch(url, {
        method,
        redirect: 'manual',
        headers: { 'user-agent': agent, accept: '*/*' },
        signal: AbortSignal.timeout(patience),
      });
      await response.body?.cancel();
      const to = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || !to) return judge(response.status, first, url, isForGood);
      isForGood &&= response.status === 301 || response.status === 308;
      url = new URL(to, url).href;
      if (!/^https?:/.test(url)) return { kind: 'there' };
    }
    return { kind: 'silent', reason: 'it leads round in a circle' };
  } catch (error) {
    return explain(error);
  }
}

function judge(status: number, first: string, last: string, isForGood: boolean): Answer {
  if (status === 404 || status === 410) return { kind: 'gone', reason: `the server says ${status}` };
  if (status === 429 || status === 503) return { kind: 'busy' };
  if (status >= 500 && status < 600) return { kind: 'silent', reason: `the server says ${status}` };
  // What asks for a password, or turns programs away, is there.
  return last !== first && isForGood && status < 300 && isAnother(first, last)
    ? { kind: 'moved', to: last }
    : { kind: 'there' };
}

/** A move to a page for signing in, to a language or to the home page is none to be copied. */
function isAnother(first: string, last: string): boolean {
  const [from, to] = [new URL(first), new URL(last)];
  return (
    !/\b(?:log|sign)-?in\b|\bconsent\b/i.test(to.host + to.pathname) && !(to.pathname === '/' && from.pathname !== '/')
  );
}

/** Codes of Node's network errors (`cause.code` of what `fetch` throws). */
const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the server takes no connection',
  ECONNRESET: 'the server broke the connection off',
  EAI_AGAIN: 'names of servers cannot be looked up just now',
};

function explain(error: unknown): Answer {
  const { name, cause } = (error ?? {}) as { readonly name?: string; readonly cause?: { readonly code?: unknown } };
  const code = String(cause?.code ?? '');
  if (code === 'ENOTFOUND') return { kind: 'nameless' };
  if (/^(?:CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code))
    return { kind: 'silent', reason: 'its certificate is not valid' };
  if (name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(code))
    return { kind: 'silent', reason: `no answer within ${patience / 1000} seconds` };
  return { kind: 'silent', reason: reasons[code] ?? `the connection failed${code && ` (${code})`}` };
}
