import type { Personal, Sex } from './facts.ts';
import { NAME_CHARS_MAX, PHONE_CHARS_MAX, REASON_CHARS_MAX } from './limits.ts';
import { isPastDay } from './past-day.ts';
import type { PersonalGiven } from './orders.ts';
import type { PersonRefusal } from './refusals.ts';
import { isLine, textRefusal } from '@jiangong/wording';

const ID_NUMBER = /^\d{17}[\dX]$/u;
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const ID_CHECK_DIGITS = '10X98765432';
const PHONE = /^\+?\d[\d -]*\d$/u;
/** The mark of an erased value can be nobody's name. */
const ERASED_MARK = 'ERASED';

/** GB 11643-1999: seventeen digits and the check digit of ISO 7064 MOD 11-2. */
const isIdNumber = (text: string): boolean => {
  if (!ID_NUMBER.test(text)) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return ID_CHECK_DIGITS[sum % 11] === text[17];
};

const bornOn = (idNumber: string): string =>
  `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`;

export const wrongReason = (reason: string): PersonRefusal | undefined =>
  textRefusal(reason, { field: 'reason', charactersMax: REASON_CHARS_MAX, lines: 'many' });

/** Looks at what is given; the texts themselves never stand in a refusal. */
export const wrongPersonal = (given: Partial<PersonalGiven>, now: string): PersonRefusal | undefined => {
  const { name, idNumber, phone, birthDate, sex } = given;
  if (name !== undefined && (!isLine(name, { charactersMax: NAME_CHARS_MAX }) || name === ERASED_MARK))
    return { reason: 'NAME_INVALID', field: 'name', details: { charsMax: NAME_CHARS_MAX } };
  if (idNumber !== undefined && (!isIdNumber(idNumber) || !isPastDay(bornOn(idNumber), now)))
    return { reason: 'ID_NUMBER_INVALID', field: 'idNumber' };
  if (phone !== undefined && (phone.length > PHONE_CHARS_MAX || !PHONE.test(phone)))
    return { reason: 'PHONE_INVALID', field: 'phone' };
  if (birthDate !== undefined && !isPastDay(birthDate, now)) return { reason: 'DAY_INVALID', field: 'birthDate' };
  if (sex !== undefined && sex !== 'female' && sex !== 'male') return { reason: 'SEX_UNKNOWN', field: 'sex' };
  return undefined;
};

/** An identity number tells the day of birth: both must agree. Looked at over the whole record. */
export const mismatch = ({ idNumber, birthDate }: Partial<PersonalGiven>): PersonRefusal | undefined =>
  idNumber !== undefined && birthDate !== undefined && bornOn(idNumber) !== birthDate
    ? { reason: 'BIRTH_DATE_MISMATCH', field: 'birthDate' }
    : undefined;

/** Given data that was found right, as the facts hold it. */
export const asPersonal = <P extends Partial<PersonalGiven>>(given: P): P & Partial<Personal> => {
  const { sex, ...rest } = given;
  return { ...rest, ...(sex === undefined ? {} : { sex: sex as Sex }) } as P & Partial<Personal>;
};
