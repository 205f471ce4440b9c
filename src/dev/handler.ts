import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Derived } from '../output/derived.ts';
import type { Answer, Preview } from './answer.ts';
import { ownFolder, withClient } from './client-tag.ts';
import { mediaType } from './media-type.ts';
import { type Asked, decode, readRequest } from './request.ts';
import { plainText, type Reply, respond } from './respond.ts';
import { isSearchFile, type LiveSearch } from './search.ts';
import { sendFile } from './send-file.ts';
import { brokenPage, bugPage, outsidePage } from './small-page.ts';
import { readView, type Streams, withBase } from './streams.ts';

export interface HandlerOptions {
  readonly preview: Preview;
  readonly streams: Streams;
  readonly folders: readonly string[];
  readonly names: readonly string[];
  /** Gives the file with bytes that may still have to be made; undefined where they can't be. */
  readonly derive: (derived: Derived) => Promise<string | undefined>;
  readonly search: LiveSearch;
  readonly failed: (error: unknown) => void;
}

const html = mediaType('.html');
const script = mediaType('.js');
const nothingHere: Reply = { status: 404, type: plainText, body: 'There is nothing here.\n' };
const seeElsewhere = (to: string): Reply => ({
  status: 302,
  type: plainText,
  body: `See ${to}\n`,
  headers: { Location: to },
});

/** Answers requests; never throws. */
export function createHandler({ preview, streams, folders, names, derive, search, failed }: HandlerOptions) {
  /** @returns undefined where it has answered by itself */
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<Reply | undefined> {
    const { method = '', url: target = '', headersDistinct: headers } = request;
    const asked = readRequest({ method, target, headers }, names);
    if ('status' in asked) {
      const { status, words } = asked;
      // Whatever else such a client has to say is not waited for.
      const said = { Connection: 'close', ...(status === 405 && { Allow: 'GET, HEAD' }) };
      return { status, type: plainText, body: `${words}\n`, headers: said };
    }
    if (asked.path.startsWith(ownFolder)) return answerOwn(asked, request, response);
    const base = decode(preview.basePath) ?? preview.basePath;
    if (asked.path === '/' && base !== '/') return seeElsewhere(preview.basePath);
    if (`${asked.path}/` === base) return seeElsewhere(preview.basePath + asked.query);
    if (!asked.path.startsWith(base)) return { status: 404, type: html, body: outsidePage(preview.basePath) };
    const path = `/${asked.path.slice(base.length)}`;
    const found = preview.answer(path);
    if ('status' in found && found.status === 404 && isSearchFile(path)) {
      const file = await search(path.slice(1));
      if (file) return { status: 200, type: mediaType(path), body: file.bytes, etag: `"${file.hash}"` };
    }
    if (found.kind === 'moved') return seeElsewhere(withBase(preview.basePath, found.to) + asked.query);
    if (found.kind !== 'file' && found.kind !== 'derived') return replyWith(found, path);
    const file = found.kind === 'file' ? found.file : await derive(found.derived);
    if (file === undefined) return nothingHere;
    // A site's own page may be a file, too.
    const status = found.path === '404.html' && path !== '/404.html' ? 404 : 200;
    const sent = await sendFile(request, response, { status, file, type: mediaType(found.path), folders });
    return sent ? undefined : nothingHere;
  }

  function replyWith(found: Exclude<Answer, { kind: 'file' | 'derived' | 'moved' }>, path: string): Reply {
    const { revision, basePath } = preview;
    if (found.kind === 'broken') {
      const isPage = found.path.endsWith('.html');
      const body = isPage ? withClient(brokenPage, { path, hash: '', revision }, basePath) : brokenPage;
      return { status: 500, type: html, body };
    }
    const { status, text, hash } = found;
    const isPage = found.path.endsWith('.html');
    return {
      status,
      type: mediaType(found.path),
      body: isPage ? withClient(text, { path, hash, revision }, basePath) : text,
      // A page that names an old revision would be told of the same changes again.
      ...(status === 200 && { etag: isPage ? `"${hash}-${revision}"` : `"${hash}"` }),
    };
  }

  async function answerOwn({ path, query }: Asked, request: IncomingMessage, response: ServerResponse) {
    if (path === `${ownFolder}client.js`) {
      const body = await readFile(new URL('./client.js', import.meta.url));
      return { status: 200, type: script, body, etag: `"${hash('sha1', body)}"` };
    }
    if (path !== `${ownFolder}events`) return nothingHere;
    const view = readView(query, request.headers['last-event-id']?.toString());
    if (!view) return { status: 400, type: plainText, body: 'This names no page, hash and revision.\n' };
    if (streams.isFull) return { status: 503, type: plainText, body: 'Too many pages are listening.\n' };
    if (request.method === 'HEAD') return { status: 200, type: 'text/event-stream', body: '' };
    streams.open({ view, response, isLocal: isLocal(request.socket.remoteAddress) });
    return undefined;
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    try {
      const reply = await answer(request, response);
      if (reply) respond(request, response, reply);
    } catch (error) {
      failed(error);
      if (response.headersSent) response.destroy();
      else respond(request, response, { status: 500, type: html, body: bugPage });
    }
  };
}

const isLocal = (address = ''): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address);
