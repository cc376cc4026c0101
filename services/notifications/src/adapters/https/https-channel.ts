import { lookup } from 'node:dns/promises';
import { request } from 'node:https';
import { type BlockList, isIP } from 'node:net';
import type { Posting, WebhookChannel } from '../../application/webhooks/webhook-channel.ts';
import type { DeliveryFailure, Tried } from '../../domain/mail/delivery.ts';
import { POST_WITHIN_MS } from '../../domain/webhooks/limits.ts';
import { signedHeaders } from '../crypto/webhook-signatures.ts';
import { isBarred } from './barred-addresses.ts';

type Place = Readonly<{ address: string; family: number }>;

export type ChannelParts = Readonly<{
  allowed: BlockList;
  withinMs?: number;
  /** Authorities beside the well-known ones; in operation `NODE_EXTRA_CA_CERTS` names them. */
  ca?: string;
  /** All addresses of a host. */
  resolve?: (host: string) => Promise<readonly Place[]>;
}>;

const failed = (failure: DeliveryFailure): Tried => ({ outcome: 'failed', failure });

/** A certificate that is not to be trusted, or no TLS at all. */
const INSECURE = /^(?:ERR_TLS|ERR_SSL|EPROTO|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|HOSTNAME_MISMATCH)/u;

const failureOf = (error: unknown): DeliveryFailure => {
  const { code = '', name = '' } = error as Readonly<{ code?: string; name?: string }>;
  if (name === 'TimeoutError' || name === 'AbortError') return 'slow';
  return INSECURE.test(code) ? 'insecure' : 'away';
};

/** What a status says. A redirect is not followed: it would lead past the look at the address. */
const triedBy = (status: number): Tried => {
  if (status >= 200 && status < 300) return { outcome: 'sent' };
  if (status >= 300 && status < 400) return failed('redirected');
  if (status === 408 || status === 425 || status === 429 || status >= 500) return failed('deferred');
  return failed('rejected');
};

const resolveAll = (host: string): Promise<readonly Place[]> => lookup(host, { all: true });

/** Rejects when the time is over, whatever does not stop by itself (a name that is looked up). */
const inTime = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  Promise.race([
    work,
    new Promise<never>((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    }),
  ]);

type Wire = Readonly<{ url: URL; place: Place; headers: Readonly<Record<string, string | number>>; body: string }>;

/** One request over a line of its own to the very address that was looked at. The answer's body is not read. */
const statusOf = ({ url, place, headers, body }: Wire, ca: string | undefined, signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        headers,
        minVersion: 'TLSv1.2',
        ...(ca === undefined ? {} : { ca }),
        lookup: (_host, options, found) =>
          options.all === true ? found(null, [{ ...place }]) : found(null, place.address, place.family),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });

/** Posts over HTTPS, never to an address that is barred. The host is looked up for each try, and the line goes to what was found then. */
export const httpsChannel = ({
  allowed,
  withinMs = POST_WITHIN_MS,
  ca,
  resolve = resolveAll,
}: ChannelParts): WebhookChannel => ({
  post: async ({ deliveryId, address, body, secrets, now }: Posting) => {
    const signal = AbortSignal.timeout(withinMs);
    const url = new URL(address);
    const host = url.hostname.replace(/^\[|\]$/gu, '');
    try {
      const places = isIP(host) === 0 ? await inTime(resolve(host), signal) : [{ address: host, family: isIP(host) }];
      const [place] = places;
      // One barred address among several is enough: which of them a line takes is not ours to say.
      if (place === undefined) return failed('away');
      if (places.some((one) => isBarred(one.address, allowed))) return failed('address-barred');
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'jiangong-webhooks',
        ...signedHeaders({ deliveryId, body, now }, secrets),
      };
      return triedBy(await statusOf({ url, place, headers, body }, ca, signal));
    } catch (error) {
      return failed(failureOf(error));
    }
  },
});
