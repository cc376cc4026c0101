import { randomInt } from 'node:crypto';
import { CODE_DIGITS } from '../../domain/mail/limits.ts';

/** A code of digits, each value alike likely. */
export const newConfirmationCode = (): string => String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
