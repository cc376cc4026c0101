import { z } from 'zod';
import { id } from '../../routes/fields.ts';
import { keyFor, openBox, sealBox } from '../../application/sealed-box.ts';
import type { PasskeyQuestion } from '../../application/passkeys.ts';
import { type Form, formHtml, pageOf } from './page.ts';
import { passkeyFormHtml, withPasskeyScript } from './passkey-form.ts';
import { FACTOR_CHARS_MAX } from './passkey-shapes.ts';
import { loginPath } from './sign-in-paths.ts';

/** Between the password and the code. */
const STEP_MS = 5 * 60_000;
export const STEP_CHARS_MAX = 1_000;

const stepSchema = z.object({ personId: id(), uid: z.string(), at: z.number() });

/**
 * That a password was right, on its way through the browser: sealed, bound to its interaction, good for five minutes. Nothing is stored
 * for who does not go on; it opens nothing without the second factor.
 */
export const secondSteps = (masterKey: Buffer, nowMs: () => number) => {
  const key = keyFor(masterKey, 'second-step');
  const labelOf = (uid: string): string => `step ${uid}`;
  return {
    seal: (personId: string, uid: string): string =>
      sealBox(key, labelOf(uid), Buffer.from(JSON.stringify({ personId, uid, at: nowMs() }), 'utf8')).toString(
        'base64url',
      ),
    /** Whose password was right; undefined when it is not ours, another interaction's or too old. */
    open(sealed: string, uid: string): string | undefined {
      try {
        const text = openBox(key, labelOf(uid), Buffer.from(sealed, 'base64url')).toString('utf8');
        const step = stepSchema.parse(JSON.parse(text));
        return nowMs() - step.at < STEP_MS ? step.personId : undefined;
      } catch {
        // What we did not seal is as good as nothing: the person starts again.
        return undefined;
      }
    },
  };
};

export type SecondSteps = ReturnType<typeof secondSteps>;

type SecondStep = Readonly<{
  uid: string;
  step: string;
  /** Null where the person has no passkey. */
  question: PasskeyQuestion | null;
  error?: Form['error'];
}>;

export const secondStepHtml = ({ uid, step, question, error }: SecondStep): string => {
  const body = formHtml({
    action: loginPath(uid),
    hidden: { step },
    fields: [
      {
        name: 'factor',
        zh: '验证码',
        en: 'Code',
        type: 'text',
        autocomplete: 'one-time-code',
        maxLength: FACTOR_CHARS_MAX,
        hint: {
          zh: '验证器应用显示的 6 位数字，或一个恢复码。',
          en: 'The six digits of your code generator, or a recovery code.',
        },
      },
    ],
    button: { zh: '继续', en: 'Go on' },
    ...(error === undefined ? {} : { error }),
  });
  const title = '验证两步验证 · Second factor';
  if (question === null) return pageOf({ title, body });
  const byPasskey = passkeyFormHtml({
    act: 'get',
    action: loginPath(uid),
    options: question.options,
    hidden: { step, challenge: question.challenge },
    button: { zh: '使用通行密钥', en: 'Use a passkey' },
  });
  return pageOf({ title, body: withPasskeyScript(`${byPasskey}${body}`) });
};
