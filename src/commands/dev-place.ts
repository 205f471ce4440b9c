import { isIP, isIPv6 } from 'node:net';
import { networkInterfaces } from 'node:os';
import { isCode } from '../dev/listen.ts';
import { isLocal } from '../dev/request.ts';
import { WrongCall } from './io.ts';

/** Where a preview is to be reached. */
export interface Place {
  /** IP addresses to listen at. */
  readonly addresses: readonly string[];
  /** To try, in this order; 0 for any that is free. */
  readonly ports: readonly number[];
  /** Hosts that are meant, besides `localhost` and IP addresses. */
  readonly names: readonly string[];
}

const usualPorts = Array.from({ length: 20 }, (_, index) => 3000 + index);
const loopback = ['127.0.0.1', '::1'];
const everywhere = ['0.0.0.0', '::1'];

/** Throws `WrongCall`. */
export function readPlace({ port, host }: { readonly port?: string; readonly host?: string | true }): Place {
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) > 65535))
    throw new WrongCall(`--port: \`${port}\` is no port, such as 8080`);
  const ports = port === undefined ? usualPorts : [Number(port)];
  if (host === undefined || host === '127.0.0.1') return { addresses: loopback, ports, names: [] };
  if (host === true || host === '0.0.0.0') return { addresses: everywhere, ports, names: [] };
  const name = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (isIP(name)) return { addresses: [name], ports, names: [] };
  if (isLocal(name)) return { addresses: loopback, ports, names: [] };
  if (!/^[a-z\d_-]+(?:\.[a-z\d_-]+)*$/.test(name))
    throw new WrongCall(`--host: \`${host}\` is neither an IP address nor a host’s name`);
  return { addresses: everywhere, ports, names: [name] };
}

/** @param basePath percent-encoded, with its slashes */
export function addressesOf({ addresses, names }: Place, port: number, basePath: string) {
  const [first = ''] = addresses;
  const isOpen = first === '0.0.0.0' || first === '::';
  const urlOf = (host: string): string => `http://${isIPv6(host) ? `[${host}]` : host}:${port}${basePath}`;
  const other = isOpen ? (names[0] ?? networkAddress()) : undefined;
  return {
    here: urlOf(isOpen || first === '127.0.0.1' ? 'localhost' : first),
    /** For other machines, where they can reach it. */
    network: other && urlOf(other),
  };
}

function networkAddress(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}

/** What listening there gave, as an error of the call where it is one. */
export function whyNoPlace(error: unknown, { addresses, ports }: Place): unknown {
  const [port = 0] = ports;
  if (isCode(error, 'EADDRINUSE'))
    return new WrongCall(
      ports.length > 1
        ? `the ports ${port} to ${ports.at(-1)} are all in use; choose another with --port`
        : `--port: ${port} is in use; without --port a free one is taken`,
    );
  if (isCode(error, 'EACCES')) return new WrongCall(`--port: ${port} is not for everybody; take one above 1023`);
  if (isCode(error, 'EADDRNOTAVAIL') || isCode(error, 'EAFNOSUPPORT') || isCode(error, 'EINVAL'))
    return new WrongCall(`--host: ${addresses[0]} is no address of this machine`);
  return error;
}
