import { Metadata, status } from '@grpc/grpc-js';
import { RpcException } from '@nestjs/microservices';
import { hostRefusalTexts, RefusedError, type RefusalTexts } from '../refusals.ts';

/** Trailing metadata of a refusal: UTF-8 JSON `{reason, field?, details?, zh, en}`. */
export const REFUSAL_KEY = 'jiangong-refusal-bin';

/** Trailing metadata of what is at its limit: the seconds after which to come again. */
export const RETRY_AFTER_KEY = 'retry-after';

const waitOf = (details: unknown): number =>
  typeof details === 'object' &&
  details !== null &&
  'retryAfterSeconds' in details &&
  typeof details.retryAfterSeconds === 'number'
    ? details.retryAfterSeconds
    : 1;

/** A refusal as a gRPC error. A reason without a text is a bug of the service: it travels as INTERNAL and fails its law. */
export const refusalToRpc = (error: RefusedError, texts: RefusalTexts): RpcException => {
  const { refusal } = error;
  const text = texts[refusal.reason] ?? hostRefusalTexts[refusal.reason];
  const metadata = new Metadata();
  if (!text) return new RpcException({ code: status.INTERNAL, message: `no text for ${refusal.reason}`, metadata });
  if (text.status === 'RESOURCE_EXHAUSTED') metadata.set(RETRY_AFTER_KEY, String(waitOf(refusal.details)));
  metadata.set(REFUSAL_KEY, Buffer.from(JSON.stringify({ ...refusal, zh: text.zh, en: text.en }), 'utf8'));
  return new RpcException({ code: status[text.status], message: refusal.reason, details: refusal.reason, metadata });
};

/** What broke inside stays inside: the caller learns that it did, and the log knows what. */
export const accidentToRpc = (): RpcException =>
  new RpcException({ code: status.INTERNAL, message: 'INTERNAL', details: 'INTERNAL', metadata: new Metadata() });
