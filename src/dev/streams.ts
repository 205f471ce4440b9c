import type { ServerResponse } from 'node:http';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Preview, View } from './answer.ts';
import { commonHeaders } from './respond.ts';

/** The browsers that are told of changes, by server-sent events (HTML, 9.2). */
export interface Streams {
  /** Whether as many are listening as may. */
  readonly isFull: boolean;
  /** Answers with a stream: what there is to tell the view at once, then after each change that it has a part in. */
  open(listener: Listener): void;
  close(): void;
}

/** A browser that wants to be told. */
export interface Listener {
  readonly view: View;
  readonly response: ServerResponse;
  /** Whether it runs on this machine, where files can be opened in an editor. */
  readonly isLocal: boolean;
}

export interface StreamsOptions {
  readonly preview: Preview;
  /** HTML of what is wrong, to be shown over a page; empty for nothing. */
  readonly overlay: (problems: readonly Diagnostic[], isLocal: boolean) => string;
  /** How many may listen at once. */
  readonly most: number;
  /** Gets what went wrong while a change was being told: a bug of ours. */
  readonly failed: (error: unknown) => void;
}

interface Stream extends Listener {
  view: View;
  /** The overlay that was sent last. */
  overlay: string;
}

/** Milliseconds of silence before a stream is shown to be alive. */
const pulse = 20_000;
/** Bytes that may wait for a browser that doesn't read. */
const backlog = 1024 * 1024;

export function createStreams({ preview, overlay, most, failed }: StreamsOptions): Streams {
  const streams = new Set<Stream>();

  const tell = (stream: Stream, isFirst: boolean): void => {
    const news = preview.news(stream.view);
    const shown = news.problems.length ? overlay(news.problems, stream.isLocal) : '';
    const { page, to, files, everything, revision } = news;
    const isNews = isFirst || page || files.length > 0 || everything || shown !== stream.overlay;
    stream.view = { ...stream.view, revision };
    stream.overlay = shown;
    if (!isNews) return;
    const data = {
      revision,
      page,
      to: to === undefined ? undefined : withBase(preview.basePath, to),
      files: files.map((url) => withBase(preview.basePath, url)),
      everything,
      overlay: shown,
    };
    stream.response.write(`id: ${revision}\ndata: ${JSON.stringify(data)}\n\n`);
    // It connects again when it can.
    if (stream.response.writableLength > backlog) stream.response.destroy();
  };
  const attempt = (stream: Stream, isFirst: boolean): void => {
    try {
      tell(stream, isFirst);
    } catch (error) {
      failed(error);
    }
  };

  const unsubscribe = preview.subscribe(() => {
    for (const stream of streams) attempt(stream, false);
  });
  const timer = setInterval(() => {
    for (const { response } of streams) response.write(':\n\n');
  }, pulse).unref();

  return {
    get isFull() {
      return streams.size >= most;
    },
    open(listener) {
      const { response } = listener;
      const stream: Stream = { ...listener, overlay: '' };
      streams.add(stream);
      response.on('close', () => streams.delete(stream));
      response.writeHead(200, { ...commonHeaders, 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      attempt(stream, true);
    },
    close() {
      unsubscribe();
      clearInterval(timer);
      for (const { response } of streams) response.end();
    },
  };
}

/** An address of the site as a browser needs it. @param url without the base path, beginning with a slash */
export const withBase = (basePath: string, url: string): string => basePath + url.slice(1);

/** What a stream is asked for: `?path=…&hash=…&revision=…`. Undefined where that is no view. */
export function readView(query: string, lastEventId: string | undefined): View | undefined {
  const parameters = new URLSearchParams(query);
  const [path, hash] = [parameters.get('path'), parameters.get('hash')];
  // A browser that connects again knows more than its address says.
  const revision = lastEventId ?? parameters.get('revision') ?? '';
  if (!path?.startsWith('/') || hash === null || !/^[\w-]{0,128}$/.test(hash) || !/^\d{1,15}$/.test(revision))
    return undefined;
  return { path, hash, revision: Number(revision) };
}
