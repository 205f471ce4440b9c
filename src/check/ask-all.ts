import { groupBy } from '../group.ts';
import { type Answer, ask, type Fetch } from './answers.ts';

/** Where answers are kept, so that a site that is checked often is asked for once a day. */
export interface Kept {
  get(url: string): Answer | undefined;
  keep(url: string, answer: Answer): void;
}

/** How the network is asked. */
export interface Asking {
  readonly fetch: Fetch;
  /** What the servers are told about who asks. */
  readonly agent: string;
  readonly kept: Kept;
  /** Between two questions to one server, in milliseconds. */
  readonly pause: number;
  readonly progress?: ((done: number, total: number) => void) | undefined;
}

/** Servers that are asked at the same time. */
const atOnce = 6;

export interface Asked {
  readonly answers: ReadonlyMap<string, Answer>;
  readonly asked: number;
  readonly known: number;
  /** Whether not one server could be reached: that says nothing about the links. */
  readonly isOffline: boolean;
}

/** Asks for each address whose answer isn't known: a few servers at once, and each for one thing at a time. */
export async function askAll(urls: readonly string[], { fetch, agent, kept, pause, progress }: Asking): Promise<Asked> {
  const answers = new Map<string, Answer>();
  for (const url of urls) {
    const known = kept.get(url);
    if (known) answers.set(url, known);
  }
  const known = answers.size;
  const open = urls.filter((url) => !answers.has(url));
  const hosts = groupBy(open, (url) => new URL(url).host).map(([, each]) => each);
  const fresh = new Map<string, Answer>();
  let done = 0;

  const askHost = async (list: readonly string[]): Promise<void> => {
    /** What holds for all that is left of this server. */
    let forAll: Answer | undefined;
    for (const [index, url] of list.entries()) {
      if (index > 0 && !forAll) await new Promise((resolve) => setTimeout(resolve, pause));
      const answer = forAll ?? (await ask(url, agent, fetch));
      if (answer.kind === 'busy' || answer.kind === 'nameless') forAll = answer;
      fresh.set(url, answer);
      done += 1;
      progress?.(done, open.length);
    }
  };
  const work = async (): Promise<void> => {
    for (let list = hosts.shift(); list; list = hosts.shift()) await askHost(list);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const isOffline = [...fresh.values()].every(({ kind }) => kind === 'nameless' || kind === 'silent');
  for (const [url, answer] of fresh) {
    answers.set(url, answer);
    // What may be otherwise in a minute isn't kept for a day.
    if (!isOffline && answer.kind !== 'busy' && answer.kind !== 'silent') kept.keep(url, answer);
  }
  return { answers, asked: fresh.size, known, isOffline: isOffline && fresh.size > 0 };
}
