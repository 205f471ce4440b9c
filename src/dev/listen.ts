import { once } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';

/** Where a server is reached. */
export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens on the first of the ports that is free at all addresses. An address after the first may be missing on the
 * machine (as `::1` where there is no IPv6). Throws what the last port gave: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL` …
 * @param ports 0 for any that is free
 */
export async function listen(
  server: HttpServer,
  addresses: readonly string[],
  ports: readonly number[],
): Promise<Listening> {
  const [port, ...others] = ports;
  if (port === undefined) throw new RangeError('no port to listen on');
  try {
    return await listenOn(server, addresses, port);
  } catch (error) {
    if (others.length && isCode(error, 'EADDRINUSE')) return listen(server, addresses, others);
    throw error;
  }
}

async function listenOn(http: HttpServer, [address, ...more]: readonly string[], port: number): Promise<Listening> {
  await opened(http, address!, port);
  const bound = http.address();
  const found = bound && typeof bound === 'object' ? bound.port : port;
  const servers: Server[] = [http];
  try {
    for (const another of more) {
      // One HTTP server takes the connections of all.
      const options = { allowHalfOpen: true, noDelay: true };
      const server = createServer(options, (socket) => http.emit('connection', socket));
      server.maxConnections = http.maxConnections;
      if (await opened(server, another, found).then(() => true, isMissing)) servers.push(server);
    }
  } catch (error) {
    await Promise.all(servers.map(closed));
    throw error;
  }
  return { port: found, close: async () => void (await Promise.all(servers.map(closed))) };
}

async function opened(server: Server, host: string, port: number): Promise<void> {
  server.listen({ host, port, exclusive: true });
  await once(server, 'listening');
}

const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()));

/** Throws what is more than a missing address. */
function isMissing(error: unknown): boolean {
  if (isCode(error, 'EADDRNOTAVAIL') || isCode(error, 'EAFNOSUPPORT')) return false;
  throw error;
}

export const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;
