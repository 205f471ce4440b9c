import { describe, expect, test } from 'vitest';
import { addressesOf, readPlace, whyNoPlace } from '../../src/commands/dev-place.ts';
import { WrongCall } from '../../src/commands/io.ts';

describe('where a preview listens', () => {
  test.each([
    [undefined, '127.0.0.1 ::1', ''],
    ['localhost', '127.0.0.1 ::1', ''],
    ['site.localhost', '127.0.0.1 ::1', ''],
    ['127.0.0.1', '127.0.0.1 ::1', ''],
    ['::1', '::1', ''],
    ['[::1]', '::1', ''],
    [true, '0.0.0.0 ::1', ''],
    ['0.0.0.0', '0.0.0.0 ::1', ''],
    ['192.168.1.7', '192.168.1.7', ''],
    ['Heron.local', '0.0.0.0 ::1', 'heron.local'],
  ] as const)('--host %s', (host, addresses, names) => {
    const place = readPlace({ ...(host !== undefined && { host }) });
    expect([place.addresses.join(' '), place.names.join(' ')]).toEqual([addresses, names]);
  });

  test('of twenty ports the first that is free, or the one that was asked for', () => {
    expect(readPlace({}).ports).toHaveLength(20);
    expect([readPlace({}).ports[0], readPlace({}).ports.at(-1)]).toEqual([3000, 3019]);
    expect(readPlace({ port: '8080' }).ports).toEqual([8080]);
    expect(readPlace({ port: '0' }).ports).toEqual([0]);
  });

  test.each(['', 'http', '-1', '65536', '3000.5', '0x50', ' 80', '123456'])('%j is no port', (port) => {
    expect(() => readPlace({ port })).toThrow(WrongCall);
  });

  test.each(['', 'a b', 'a..b', 'http://localhost', 'a/b', 'localhost:3000', '1.2.3.4:80'])('%j is no host', (host) => {
    expect(() => readPlace({ host })).toThrow(WrongCall);
  });
});

describe('the addresses that are said', () => {
  const said = (host: string | true | undefined, basePath = '/') =>
    addressesOf(readPlace({ ...(host !== undefined && { host }) }), 3001, basePath);

  test('for this machine alone', () => {
    expect(said(undefined, '/group/')).toEqual({ here: 'http://localhost:3001/group/', network: undefined });
    expect(said('192.168.1.7')).toEqual({ here: 'http://192.168.1.7:3001/', network: undefined });
    expect(said('fd00::7')).toEqual({ here: 'http://[fd00::7]:3001/', network: undefined });
  });

  test('for others, too', () => {
    expect(said('heron.local')).toEqual({ here: 'http://localhost:3001/', network: 'http://heron.local:3001/' });
    const { here, network = 'http://10.0.0.1:3001/' } = said(true);
    expect([here, network]).toEqual(['http://localhost:3001/', expect.stringMatching(/^http:\/\/[\d.]+:3001\/$/)]);
  });
});

test.each([
  [{}, 'EADDRINUSE', 'the ports 3000 to 3019 are all in use; choose another with --port'],
  [{ port: '80' }, 'EADDRINUSE', '--port: 80 is in use; without --port a free one is taken'],
  [{ port: '80' }, 'EACCES', '--port: 80 is not for everybody; take one above 1023'],
  [{ host: '203.0.113.9' }, 'EADDRNOTAVAIL', '--host: 203.0.113.9 is no address of this machine'],
])('%j where listening gives %s', (flags, code, message) => {
  const why = whyNoPlace(Object.assign(new Error(), { code }), readPlace(flags));
  expect(why).toBeInstanceOf(WrongCall);
  expect((why as Error).message).toBe(message);
});

test('what is no mistake of the call stays what it is', () => {
  const error = Object.assign(new Error(), { code: 'EMFILE' });
  expect(whyNoPlace(error, readPlace({}))).toBe(error);
});
