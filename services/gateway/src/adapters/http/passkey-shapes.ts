import { z } from 'zod';
import type { Passkey, PasskeyAnswer } from '../../application/passkeys.ts';
import { CHALLENGE_MS, SEALED_CHALLENGE_CHARS_MAX } from '../../application/challenges.ts';
import { PASSKEY_NAME_CHARS_MAX } from '../../application/passkeys.ts';
import type { FactorProof } from '../../application/second-factor.ts';
import { formed, id, instant, line, word } from '../../routes/fields.ts';

/** A code of the generator, or a recovery code. */
export const FACTOR_CHARS_MAX = 20;

/** Credential ids are 16 to 1,023 bytes (WebAuthn §4). */
const CREDENTIAL_ID_CHARS_MAX = 1_364;
const CLIENT_DATA_CHARS_MAX = 4_000;
const BINARY_CHARS_MAX = 6_000;
const HANDLE_CHARS_MAX = 86;
const TRANSPORTS_MAX = 8;
/** Ways to reach a passkey; those that a browser names and we do not know are left out by the page. */
const TRANSPORTS = ['usb', 'nfc', 'ble', 'smart-card', 'hybrid', 'internal', 'cable'] as const;

const binary = (charsMax: number) => formed(/^[\w-]+$/u, 'base64url').max(charsMax);

export const attestationShape = z
  .strictObject({
    id: binary(CREDENTIAL_ID_CHARS_MAX),
    clientDataJSON: binary(CLIENT_DATA_CHARS_MAX),
    attestationObject: binary(BINARY_CHARS_MAX),
    transports: z.array(word(TRANSPORTS)).max(TRANSPORTS_MAX),
  })
  .meta({
    id: 'PasskeyAttestation',
    description: 'navigator.credentials.create 的答复 / What navigator.credentials.create answered',
  });

export const assertionShape = z
  .strictObject({
    id: binary(CREDENTIAL_ID_CHARS_MAX),
    clientDataJSON: binary(CLIENT_DATA_CHARS_MAX),
    authenticatorData: binary(BINARY_CHARS_MAX),
    signature: binary(BINARY_CHARS_MAX),
    userHandle: binary(HANDLE_CHARS_MAX).nullable(),
  })
  .meta({
    id: 'PasskeyAssertion',
    description: 'navigator.credentials.get 的答复 / What navigator.credentials.get answered',
  });

export const challengeField = () => binary(SEALED_CHALLENGE_CHARS_MAX);
export const passkeyName = () => line(PASSKEY_NAME_CHARS_MAX);

/** One of the two. */
export const proofShape = z
  .strictObject({
    code: line(FACTOR_CHARS_MAX).optional(),
    passkey: z.strictObject({ challenge: challengeField(), credential: assertionShape }).optional(),
  })
  .meta({
    id: 'SecondFactorProof',
    description:
      '验证器的验证码、恢复码，或通行密钥的答复 / A code of the generator, a recovery code, or the answer of a passkey',
  });

/** A code where there is one; without either the code is what is wrong. */
export const proofOf = (given: z.output<typeof proofShape>): FactorProof =>
  given.code === undefined && given.passkey !== undefined
    ? { passkey: given.passkey satisfies PasskeyAnswer }
    : { code: given.code ?? '' };

const credential = z
  .object({ id: z.string(), type: word(['public-key']), transports: z.array(z.string()) })
  .meta({ id: 'PasskeyDescriptor' });
const timeout = z
  .number()
  .int()
  .meta({ description: `多少毫秒内有效 / In how many milliseconds it ends: ${CHALLENGE_MS}` });
const required = word(['required']);

export const creationAnswer = z
  .object({
    challenge: z.string().meta({
      description: '已密封：十分钟内随答复送回一次 / Sealed: to be sent back with the answer, once, within ten minutes',
    }),
    options: z.object({
      challenge: z.string(),
      rp: z.object({ id: z.string(), name: z.string() }),
      user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
      pubKeyCredParams: z.array(z.object({ alg: z.number().int(), type: word(['public-key']) })),
      timeout,
      attestation: word(['none']),
      excludeCredentials: z.array(credential),
      authenticatorSelection: z.object({
        residentKey: required,
        requireResidentKey: z.boolean(),
        userVerification: required,
      }),
    }),
  })
  .meta({
    id: 'PasskeyCreation',
    description:
      '供 navigator.credentials.create 使用；二进制部分为 base64url / For navigator.credentials.create; binary parts are base64url',
  });

export const requestAnswer = z
  .object({
    challenge: z.string().meta({
      description: '已密封：十分钟内随答复送回一次 / Sealed: to be sent back with the answer, once, within ten minutes',
    }),
    options: z.object({
      challenge: z.string(),
      rpId: z.string(),
      timeout,
      userVerification: required,
      allowCredentials: z.array(credential),
    }),
  })
  .meta({
    id: 'PasskeyRequest',
    description:
      '供 navigator.credentials.get 使用；二进制部分为 base64url / For navigator.credentials.get; binary parts are base64url',
  });

export const passkeyShape = z
  .object({
    passkeyId: id(),
    name: z.string(),
    backedUp: z
      .boolean()
      .meta({ description: '本人的其他设备是否也有 / Whether other devices of its owner have it too' }),
    createdAt: instant(),
    lastUsedAt: instant().nullable(),
  })
  .meta({ id: 'Passkey' });

const moment = (ms: number): string => new Date(ms).toISOString();

export const passkeyOut = ({ passkeyId, name, backedUp, createdAt, lastUsedAt }: Passkey) => ({
  ...{ passkeyId, name, backedUp },
  createdAt: moment(createdAt),
  lastUsedAt: lastUsedAt === null ? null : moment(lastUsedAt),
});

/** What a form of our pages brings; undefined where it is none. */
export const credentialIn = <T extends z.ZodType>(shape: T, text: string): z.output<T> | undefined => {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    // No JSON is no answer of a passkey: the page says that it was not accepted.
    return undefined;
  }
};

/** A credential as a form's one field. */
export const CREDENTIAL_CHARS_MAX = 12_000;
