import type { ServerUnaryCall } from '@grpc/grpc-js';

/** Who holds a certificate of the platform stands in it as this URI. */
export const identityUri = (service: string): string => `spiffe://jiangong/${service}`;

/** Services answer the gateway and nobody else: they meet each other by public facts only. */
export const CALLERS: readonly string[] = ['gateway'];

/** As Node writes the alternative names of a certificate; what holds a comma or a quote is quoted by it and then no URI of ours. */
const URIS = /(?:^|, )URI:(spiffe:\/\/jiangong\/[a-z-]+)(?=, |$)/gu;

/** True when the other end of the connection has shown a certificate of one who may call. */
export const isKnownCaller = (call: Pick<ServerUnaryCall<unknown, unknown>, 'getAuthContext'>): boolean => {
  const names = call.getAuthContext().sslPeerCertificate?.subjectaltname ?? '';
  const identities = [...names.matchAll(URIS)].map(([, uri]) => uri);
  return CALLERS.some((caller) => identities.includes(identityUri(caller)));
};
