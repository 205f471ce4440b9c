import { type BigIntStats, constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isWithin } from '../files.ts';
import { readRange } from './byte-range.ts';
import { commonHeaders, isKnown } from './respond.ts';

export interface Sending {
  /** 404 for a page that says that nothing else is there; it is sent whole. */
  readonly status: 200 | 404;
  /** Absolute. */
  readonly file: string;
  /** The value of `Content-Type`. */
  readonly type: string;
  /** Absolute; the file has to be in one of them, and not hidden there. */
  readonly folders: readonly string[];
}

/**
 * Streams a file, or the part of it that is asked for.
 * @returns false, with nothing sent, where no regular file stands there, or one that lies elsewhere
 */
export async function sendFile(request: IncomingMessage, response: ServerResponse, sending: Sending): Promise<boolean> {
  const opened = await openInside(sending);
  if (!opened) return false;
  try {
    await send(request, response, opened, sending);
  } finally {
    await opened.handle.close();
  }
  return true;
}

interface Opened {
  readonly handle: FileHandle;
  readonly stats: BigIntStats;
}

/** What was opened is asked for its place only then: a link may take a file's place at any moment. */
async function openInside({ file, folders }: Sending): Promise<Opened | undefined> {
  let handle: FileHandle | undefined;
  try {
    // Or it would wait at a pipe for somebody to write.
    handle = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stats = await handle.stat({ bigint: true });
    const real = await realpath(file);
    const there = await lstat(real, { bigint: true });
    const allowed = await Promise.all(folders.map((folder) => isInside(folder, real)));
    if (stats.isFile() && stats.ino === there.ino && stats.dev === there.dev && allowed.includes(true))
      return { handle, stats };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!absent.has(code)) {
      await handle?.close();
      throw error;
    }
  }
  await handle?.close();
  return undefined;
}

/** A folder that isn't there yet holds nothing. */
const isInside = (folder: string, real: string): Promise<boolean> =>
  realpath(folder).then(
    (found) => isWithin(found, real),
    () => false,
  );

const absent = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'EISDIR', 'EACCES', 'EPERM', 'ENXIO', 'ENAMETOOLONG']);

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, stats: { size: bytes, mtimeNs, ino } }: Opened,
  { status, type }: Sending,
): Promise<void> {
  const size = Number(bytes);
  const etag = `"${ino.toString(36)}-${size.toString(36)}-${mtimeNs.toString(36)}"`;
  const headers = { ...commonHeaders, ETag: etag, 'Accept-Ranges': 'bytes' };
  if (status === 200 && isKnown(request, etag)) return void response.writeHead(304, headers).end();
  const { range: asked, 'if-range': condition = etag } = request.headers;
  const isWhole = status !== 200 || request.method === 'HEAD' || condition !== etag;
  const range = isWhole ? undefined : readRange(asked, size);
  if (range === 'beyond')
    return void response.writeHead(416, { ...headers, 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end();
  const { start, end } = range ?? { start: 0, end: size - 1 };
  const length = end - start + 1;
  response.writeHead(range ? 206 : status, {
    ...headers,
    'Content-Type': type,
    'Content-Length': length,
    ...(range && { 'Content-Range': `bytes ${start}-${end}/${size}` }),
  });
  if (request.method === 'HEAD' || length === 0) return void response.end();
  // A reader who hangs up ends it, which is no error of anybody.
  await pipeline(bytesOf(handle, start, end), response).catch(() => response.destroy());
}

async function* bytesOf(handle: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let position = start; position <= end; ) {
    const length = Math.min(64 * 1024, end - position + 1);
    const { buffer, bytesRead } = await handle.read({ buffer: Buffer.allocUnsafe(length), position });
    // What was promised can't be sent any longer.
    if (bytesRead === 0) throw new Error('a file became shorter while it was sent');
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}
