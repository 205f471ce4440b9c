import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Reply {
  readonly status: number;
  /** The value of `Content-Type`. */
  readonly type: string;
  readonly body: string | Uint8Array;
  /** With it, a browser that has it already is told so. */
  readonly etag?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * What every response says: other sites get nothing of it, nothing is taken for what it isn't, and a browser asks again
 * each time.
 */
export const commonHeaders = {
  'Cache-Control': 'no-cache',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

export const plainText = 'text/plain; charset=utf-8';

export function respond(request: IncomingMessage, response: ServerResponse, reply: Reply): void {
  const { status, type, etag, headers } = reply;
  const body = Buffer.from(reply.body);
  const common = { ...commonHeaders, ...(etag && { ETag: etag }), ...headers };
  if (etag && isKnown(request, etag)) {
    response.writeHead(304, common).end();
    return;
  }
  response.writeHead(status, { ...common, 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** By `If-None-Match` (RFC 9110, 13.1.2). */
export function isKnown(request: IncomingMessage, etag: string): boolean {
  const known = request.headers['if-none-match']?.split(',').map((each) => each.trim().replace(/^W\//, ''));
  return known?.some((each) => each === etag || each === '*') ?? false;
}
