import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { EdgeError } from './problem.ts';
import { normalizedPassword } from './password-policy.ts';

const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** A hash takes about 60 ms of one core: so many at once, so many waiting, the rest is told to come back. */
const HASHES_AT_ONCE_MAX = 2;
const HASHES_WAITING_MAX = 200;

let running = 0;
const waiting: (() => void)[] = [];

const turn = async (): Promise<void> => {
  if (running < HASHES_AT_ONCE_MAX) {
    running += 1;
    return;
  }
  if (waiting.length >= HASHES_WAITING_MAX) throw new EdgeError('TOO_MANY_SIGN_IN_TRIES', { retryAfterSeconds: 5 });
  await new Promise<void>((resolve) => waiting.push(resolve));
};

const done = (): void => {
  const next = waiting.shift();
  if (next === undefined) running -= 1;
  else next();
};

type Cost = Readonly<{ memoryKib: number; passes: number; lanes: number }>;

const tagOf = async (password: string, salt: Buffer, cost: Cost): Promise<Buffer> => {
  await turn();
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      argon2(
        'argon2id',
        {
          message: normalizedPassword(password),
          nonce: salt,
          parallelism: cost.lanes,
          tagLength: TAG_BYTES,
          memory: cost.memoryKib,
          passes: cost.passes,
        },
        (error, tag) => (error === null ? resolve(tag) : reject(error)),
      );
    });
  } finally {
    done();
  }
};

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');

/** argon2id in the usual text form, which names its own cost. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(SALT_BYTES);
  const tag = await tagOf(password, salt, { memoryKib: MEMORY_KIB, passes: PASSES, lanes: LANES });
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(salt)}$${base64(tag)}`;
};

const FORM = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,64})\$([A-Za-z0-9+/]{43})$/u;

/** What is checked when there is no such account, so that an unknown name takes as long as a wrong password. */
const ABSENT = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(randomBytes(SALT_BYTES))}$${base64(randomBytes(TAG_BYTES))}`;

export const passwordMatches = async (password: string, stored: string | undefined): Promise<boolean> => {
  const [, memory, passes, lanes, salt, tag] = FORM.exec(stored ?? ABSENT) ?? [];
  if (memory === undefined || passes === undefined || lanes === undefined || salt === undefined || tag === undefined) {
    throw new Error('a stored password hash has an unknown form');
  }
  const cost = { memoryKib: Number(memory), passes: Number(passes), lanes: Number(lanes) };
  const found = await tagOf(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(found, Buffer.from(tag, 'base64')) && stored !== undefined;
};
