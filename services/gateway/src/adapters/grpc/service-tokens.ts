import { SERVICE_TOKEN_SECONDS_MAX } from '@jiangong/service-host/nest';
import { importPKCS8, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import type { ServiceName } from '../../routes/route.ts';

/** In whose name a call goes out. */
export type TokenSubject =
  | Readonly<{ kind: 'person'; personId: string; sessionId: string }>
  | Readonly<{ kind: 'system' }>
  | Readonly<{ kind: 'anonymous' }>;

/** A token with less time left is not used again. */
const RENEW_SECONDS = 60;
const CACHED_MAX = 50_000;

export type ServiceTokens = (service: ServiceName, subject: TokenSubject) => Promise<string>;

const subOf = (subject: TokenSubject): string => {
  switch (subject.kind) {
    case 'person':
      return subject.personId;
    case 'system':
      return 'gateway';
    case 'anonymous':
      return 'anonymous';
  }
};

/** Short-lived tokens that name the caller to one service; made once for each session and service and used until nearly old. */
export const serviceTokens = async (privateKeyPem: string, nowMs: () => number): Promise<ServiceTokens> => {
  const key = await importPKCS8(privateKeyPem, 'EdDSA');
  const cache = new LRUCache<string, { token: string; expiresAt: number }>({ max: CACHED_MAX });
  return async (service, subject) => {
    const name = `${service} ${subject.kind === 'person' ? subject.sessionId : subject.kind}`;
    const now = Math.floor(nowMs() / 1_000);
    const cached = cache.get(name);
    if (cached !== undefined && cached.expiresAt - now > RENEW_SECONDS) return cached.token;
    const expiresAt = now + SERVICE_TOKEN_SECONDS_MAX;
    const token = await new SignJWT({
      kind: subject.kind,
      ...(subject.kind === 'person' ? { sid: subject.sessionId } : {}),
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt' })
      .setIssuer('jiangong-gateway')
      .setAudience(service)
      .setSubject(subOf(subject))
      .setIssuedAt(now)
      .setExpirationTime(expiresAt)
      .sign(key);
    cache.set(name, { token, expiresAt });
    return token;
  };
};
