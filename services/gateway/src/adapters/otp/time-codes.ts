import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { OneTimeCodes } from '../../application/second-factor.ts';

/** As generators of every make read it (RFC 6238): SHA-1, six digits, 30 s. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
const STEPS_TOLERATED = 1;
const MS_PER_SECOND = 1_000;
const ISSUER = '建功 Jiangong';

const secretOf = (bytes: Buffer): Secret => new Secret({ buffer: new Uint8Array(bytes).buffer });

/** Codes by time, by `otpauth`. */
export const timeCodes: OneTimeCodes = {
  newSecret: () => randomBytes(SECRET_BYTES),
  uriOf: (secret, account) =>
    new TOTP({ ...FORM, issuer: ISSUER, label: account, secret: secretOf(secret) }).toString(),
  textOf: (secret) => secretOf(secret).base32,
  stepOf(secret, code, nowMs) {
    const delta = TOTP.validate({
      ...FORM,
      token: code,
      secret: secretOf(secret),
      timestamp: nowMs,
      window: STEPS_TOLERATED,
    });
    return delta === null ? undefined : Math.floor(nowMs / MS_PER_SECOND / FORM.period) + delta;
  },
};
