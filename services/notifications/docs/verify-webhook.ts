// What a receiver does with each delivery. Runs as it stands under Node 24 (`node verify-webhook.ts`); it needs no package.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** A delivery is refused when it is older or newer than this: somebody may have kept it to send it again. */
const TOLERANCE_SECONDS = 300;

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Whether Jiangong sent these very bytes. `secret`: `whsec_…`, as it was shown once; `body`: the raw bytes, before any parsing. */
export const isFromJiangong = (secret: string, headers: Headers, body: string, nowSeconds: number): boolean => {
  const header = (name: string): string => String(headers[name] ?? '');
  const age = Math.abs(nowSeconds - Number(header('webhook-timestamp')));
  if (!(age <= TOLERANCE_SECONDS)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/u, ''), 'base64');
  const said = `${header('webhook-id')}.${header('webhook-timestamp')}.${body}`;
  const wanted = createHmac('sha256', key).update(said, 'utf8').digest();
  // While a secret is changed there are two signatures: one that fits is enough.
  return header('webhook-signature')
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice('v1,'.length), 'base64'))
    .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
};
