import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Derived } from '../output/derived.ts';
import type { Preview } from './answer.ts';
import { createHandler } from './handler.ts';
import { type Listening, listen } from './listen.ts';
import { commonHeaders, plainText } from './respond.ts';
import type { LiveSearch } from './search.ts';
import { createStreams } from './streams.ts';

export interface ServerOptions {
  readonly preview: Preview;
  /** HTML of what is wrong. `isLocal`: for a browser on this machine, where files can be opened in an editor. */
  readonly overlay: (problems: readonly Diagnostic[], isLocal: boolean) => string;
  /** Absolute: where published files may lie. */
  readonly folders: readonly string[];
  /** Gives the file with bytes that may still have to be made; undefined where they can't be. */
  readonly derive: (derived: Derived) => Promise<string | undefined>;
  /** Without it there is none. */
  readonly search?: LiveSearch;
  /** Hosts that are this server, besides `localhost` and every IP address. */
  readonly names: readonly string[];
  /** Gets what went wrong in answering: a bug of ours. The server goes on. */
  readonly failed: (error: unknown) => void;
  readonly limits?: Partial<Limits>;
}

/** What keeps one client from taking everything. */
export interface Limits {
  /** At once; those above are closed unheard. */
  readonly connections: number;
  /** Of the connections, those that wait for changes. */
  readonly streams: number;
  /** Milliseconds for a request's head, for the whole of it, and of nothing happening on a connection. */
  readonly head: number;
  readonly request: number;
  readonly silence: number;
}

const usual: Limits = { connections: 200, streams: 100, head: 10_000, request: 20_000, silence: 60_000 };

export interface DevServer {
  /** @see listen */
  listen(addresses: readonly string[], ports: readonly number[]): Promise<Pick<Listening, 'port'>>;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** Shows a site that is being written. It reads nothing of a site but what the preview names. */
export function createDevServer({
  preview,
  overlay,
  folders,
  derive,
  search = async () => undefined,
  names,
  failed,
  limits,
}: ServerOptions): DevServer {
  const { connections, streams: most, head, request, silence } = { ...usual, ...limits };
  const streams = createStreams({ preview, overlay, most, failed });
  const handle = createHandler({ preview, streams, folders, derive, search, names, failed });
  const server = createServer({
    headersTimeout: head,
    requestTimeout: request,
    connectionsCheckingInterval: Math.min(head, 2_000),
    // The host is checked with the rest of a request.
    requireHostHeader: false,
  });
  server.maxConnections = connections;
  server.setTimeout(silence);
  /** Of each connection the last request that isn't answered yet. */
  const answering = new WeakMap<Socket, ServerResponse>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request;
    answering.set(socket, response);
    response.on('close', () => answering.get(socket) === response && answering.delete(socket));
    void handle(request, response);
  });
  refuseWhatIsNoRequest(server, answering);

  let listening: Listening | undefined;
  return {
    async listen(addresses, ports) {
      listening = await listen(server, addresses, ports);
      server.on('error', failed);
      return listening;
    },
    async close() {
      streams.close();
      const closed = listening?.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function refuseWhatIsNoRequest(server: Server, answering: WeakMap<Socket, ServerResponse>): void {
  const refused = new WeakSet<Socket>();
  const refuse = (socket: Socket, status: string, words: string, more: Record<string, string> = {}): void => {
    if (!socket.writable) return void socket.destroy();
    if (refused.has(socket)) return;
    refused.add(socket);
    // Nobody else hears of one that hangs up now.
    socket.on('error', () => socket.destroy());
    const end = (last = ''): void => void socket.end(last, () => socket.destroy());
    const answer = answering.get(socket);
    // It would be taken for a part of what is being sent.
    if (answer) return void answer.once('close', () => end());
    const headers = {
      ...commonHeaders,
      'Content-Type': plainText,
      'Content-Length': words.length,
      Connection: 'close',
      ...more,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    end(`HTTP/1.1 ${status}\r\n${lines.join('')}\r\n${words}`);
  };
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket: Socket) => {
    if (code === 'ERR_HTTP_REQUEST_TIMEOUT') refuse(socket, '408 Request Timeout', 'The request never ended.\n');
    else if (code === 'HPE_HEADER_OVERFLOW')
      refuse(socket, '431 Request Header Fields Too Large', 'Too many headers.\n');
    else refuse(socket, '400 Bad Request', 'This is no request of HTTP.\n');
  });
  server.on('connect', (_, socket: Socket) =>
    refuse(socket, '405 Method Not Allowed', 'This is no proxy.\n', { Allow: 'GET, HEAD' }),
  );
  server.on('checkExpectation', (_, response: ServerResponse) => {
    response.writeHead(417, { ...commonHeaders, Connection: 'close' }).end();
  });
}
