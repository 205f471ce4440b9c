import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** No script but the site's own files; colours and sizes may be set on elements. */
const strict = "default-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:";

export interface Served {
  /** `http://127.0.0.1:12345`, no slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves files by their path on the loopback, with a policy of the host's if there is one. With `?slow=100`, a page comes in many pieces, with pauses of so many milliseconds between them. */
export async function serve(files: ReadonlyMap<string, Buffer>, policy: string | undefined = strict): Promise<Served> {
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const slow = Number(searchParams.get('slow'));
    const path = decodeURIComponent(pathname)
      .slice(1)
      .replace(/(^|\/)$/, '$1index.html');
    const bytes = files.get(path);
    if (!bytes) return void response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[extname(path)] ?? 'application/octet-stream',
      ...(policy && { 'content-security-policy': policy }),
    });
    if (!slow) return void response.end(bytes);
    const size = Math.ceil(bytes.length / 6);
    for (let start = 0; start < bytes.length; start += size) {
      response.write(bytes.subarray(start, start + size));
      await pause(slow);
    }
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: async () => void server.close() };
}
