import { type ChannelCredentials, credentials, experimental, ServerCredentials } from '@grpc/grpc-js';
import { UNIX_SOCKET } from '../sockets/index.ts';
import type { WatchedCertificates } from './watched-certificates.ts';

/** What a server takes: with certificates, only clients that show one of our authority's. */
export const serverCredentials = (certificates: WatchedCertificates | undefined): ServerCredentials =>
  certificates
    ? experimental.createCertificateProviderServerCredentials(certificates, certificates, true)
    : ServerCredentials.createInsecure();

/** What a client shows and believes. The server's name is checked against what the channel calls it. */
export const channelCredentials = (certificates: WatchedCertificates | undefined): ChannelCredentials =>
  certificates
    ? experimental.createCertificateProviderChannelCredentials(certificates, certificates)
    : credentials.createInsecure();

/**
 * Options of a channel to one service, at one address or several: every address is used in turn, those that do not answer are left out.
 * `name` is what the service's certificate must say.
 */
export const channelOptionsTo = (name: string): Readonly<Record<string, string | number>> => ({
  'grpc.default_authority': name,
  'grpc.ssl_target_name_override': name,
  'grpc.service_config': JSON.stringify({ loadBalancingConfig: [{ round_robin: {} }] }),
  'grpc.service_config_disable_resolution': 1,
  'grpc.dns_min_time_between_resolutions_ms': 1_000,
});

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}$/u;

/** A socket of this machine stands for itself. Several replicas are given as `IPv4:port` after `IPv4:port`, or as one name that resolves to all of them. */
export const channelTarget = (addresses: string): string => {
  if (UNIX_SOCKET.test(addresses)) return addresses;
  const all = addresses.split(',');
  if (all.length === 1 && !IPV4.test(addresses)) return `dns:///${addresses}`;
  const wrong = all.find((address) => !IPV4.test(address));
  if (wrong !== undefined)
    throw new Error(
      `configuration: ${wrong} among several addresses must be IPv4:port; a name stands alone and resolves to all replicas`,
    );
  return `ipv4:${addresses}`;
};
