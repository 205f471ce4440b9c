import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Preview } from '../../src/dev/answer.ts';
import { createDevServer, type ServerOptions } from '../../src/dev/server.ts';

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A server on a free port, until the test is over. */
export async function serve(...args: Parameters<typeof start>) {
  const served = await start(...args);
  onTestFinished(served.server.close);
  return served;
}

/** A server on a free port, until it is closed. */
export async function start(preview: Preview, options: Partial<ServerOptions> = {}) {
  const bugs: unknown[] = [];
  const server = createDevServer({
    preview,
    overlay: (problems, isLocal) => problems.map(({ message }) => `<p>${message} ${isLocal}</p>`).join(''),
    folders: [],
    derive: async () => undefined,
    names: [],
    failed: (error) => bugs.push(error),
    ...options,
  });
  const { port } = await server.listen(['127.0.0.1'], [0]);
  return {
    port,
    server,
    /** What went wrong in answering. */
    bugs,
    get: (path: string, headers: Record<string, string> = {}, method = 'GET') => get(port, path, headers, method),
    /** Sends bytes, and gives all that comes until the connection ends, or what came is enough. */
    raw: (bytes: string | Uint8Array, enough?: RegExp) => raw(port, bytes, enough),
  };
}

function get(port: number, path: string, headers: Record<string, string>, method: string): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(chunk);
      } catch (error) {
        reject(error);
      }
      resolve({ status: response.statusCode!, headers: response.headers, text: `${Buffer.concat(chunks)}` });
    });
    asked.on('error', reject).end();
  });
}

function raw(port: number, bytes: string | Uint8Array, enough?: RegExp): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.setEncoding('latin1').on('data', (text) => {
      received += text;
      if (enough?.test(received)) socket.destroy();
    });
    // It may be cut off while it still sends.
    socket.on('error', () => {});
    socket.on('close', () => resolve(received));
  });
}
