import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Fetch } from '../../src/check/answers.ts';

/** What a server says to a path: a status, and where to where it sends on. */
type Said = number | readonly [status: number, to: string] | 'nothing';

export interface Asked {
  readonly method: string;
  /** With the host that was meant. */
  readonly url: string;
  readonly agent: string | undefined;
}

/** A server on this machine that answers for every host, and a `fetch` that leads there. */
export async function startServer(say: (url: URL, method: string) => Said | Promise<Said>) {
  const asked: Asked[] = [];
  const meant = ({ headers, url = '' }: IncomingMessage): URL => new URL(url, `https://${headers['x-meant-for']}`);
  const server = createServer(async (request, response) => {
    const url = meant(request);
    asked.push({ method: request.method ?? '', url: url.href, agent: request.headers['user-agent'] });
    const said = await say(url, request.method ?? '');
    if (said === 'nothing') request.socket.destroy();
    else if (typeof said === 'number') response.writeHead(said).end(said === 200 ? 'Hello' : undefined);
    else response.writeHead(said[0], { location: said[1] }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const lead: Fetch = (address, options) => {
    const { host, pathname, search } = new URL(address);
    const headers = { ...options.headers, 'x-meant-for': host };
    return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { ...options, headers });
  };
  return { asked, fetch: lead };
}
