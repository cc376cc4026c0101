import type { ProblemReason } from '../problem-texts.ts';
import type { WordForm } from './shape.ts';

/** One word as it must be written, and the reason when it is not. */
export const wordForms: Readonly<Record<WordForm, Readonly<{ pattern: string; reason: ProblemReason }>>> = {
  id: { pattern: '^[a-z0-9][a-z0-9-]{0,63}$', reason: 'ID_MALFORMED' },
  parameter: { pattern: '^[a-z][A-Za-z0-9]{0,39}$', reason: 'PARAMETER_NAME_MALFORMED' },
  /** The lasting code of an award: the programme's part, a dot, the award's. */
  code: { pattern: '^[a-z0-9][a-z0-9-]{0,63}\\.[a-z0-9][a-z0-9-]{0,63}$', reason: 'CODE_MALFORMED' },
  /** A day of the edition's year, or of a later one. 29 February is no day of every year. */
  day: {
    pattern:
      '^(\\+[1-5]y )?((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$',
    reason: 'DAY_MALFORMED',
  },
  moment: {
    pattern:
      '^(after [a-z0-9][a-z0-9-]{0,63} \\+ [1-9][0-9]?|(\\+[1-5]y )?((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8])))$',
    reason: 'DAY_MALFORMED',
  },
  term: { pattern: '^([1-9]|1[0-9]|20)y$', reason: 'TERM_MALFORMED' },
  ratio: {
    pattern: '^(\\$[a-z][A-Za-z0-9]{0,39}|[1-9][0-9]{0,4}) (members|branches|entries)$',
    reason: 'RATIO_MALFORMED',
  },
  organizationKind: { pattern: '^[A-Z][A-Za-z]{0,39}$', reason: 'ORGANIZATION_KIND_MALFORMED' },
  /** A level of marks or votes: `A`, `excellent`. */
  level: { pattern: '^[A-Za-z0-9][A-Za-z0-9-]{0,63}$', reason: 'ID_MALFORMED' },
  /** The span a fact looks at. */
  span: { pattern: '^(part|edition|previous|series|years:[1-9][0-9]?)$', reason: 'SPAN_MALFORMED' },
  idOrCode: { pattern: '^[a-z0-9][a-z0-9-]{0,63}(\\.[a-z0-9][a-z0-9-]{0,63})?$', reason: 'ID_MALFORMED' },
  /** What a fact is compared with: a number, a percentage, a truth value, a word or a parameter. */
  value: {
    pattern:
      '^(-?(0|[1-9][0-9]{0,5})(\\.[0-9]?[1-9])?%?|true|false|[a-z0-9][a-z0-9-]{0,63}|\\$[a-z][A-Za-z0-9]{0,39})$',
    reason: 'VALUE_MALFORMED',
  },
  /** The value or a limit of a parameter: a whole number, a decimal or a percentage. */
  constant: { pattern: '^-?(0|[1-9][0-9]{0,6})(\\.[0-9]?[1-9])?%?$', reason: 'CONSTANT_MALFORMED' },
};

/** A parameter standing for a number. */
export const PARAMETER = /^\$[a-z][A-Za-z0-9]{0,39}$/;
export const PARAMETER_PATTERN = '^\\$[a-z][A-Za-z0-9]{0,39}$';
export const WHOLE = /^(0|[1-9][0-9]{0,8})$/;
export const DECIMAL = /^-?(0|[1-9][0-9]{0,6})(\.[0-9]{1,2})?$/;
export const DECIMAL_PATTERN = '^-?(0|[1-9][0-9]{0,6})(\\.[0-9]{1,2})?$';
export const PERCENT = /^(0|[1-9][0-9]{0,3})(\.[0-9]{1,2})?%$/;
export const PERCENT_PATTERN = '^(0|[1-9][0-9]{0,3})(\\.[0-9]{1,2})?%$';

/** A decimal of at most two places as hundredths; exact, for it is read from its digits. */
export const hundredthsOf = (decimalText: string): number => {
  const [, sign = '', units = '0', places = ''] = /^(-?)(\d+)(?:\.(\d{1,2}))?%?$/.exec(decimalText) ?? [];
  const value = Number(units) * 100 + Number(places.padEnd(2, '0'));
  return sign === '-' && value !== 0 ? -value : value;
};

/** The shortest text of hundredths: 50 → `0.5`. */
export const decimalTextOf = (hundredths: number): string => {
  const size = Math.abs(hundredths);
  const places = String(size % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${hundredths < 0 ? '-' : ''}${Math.floor(size / 100)}${places === '' ? '' : `.${places}`}`;
};
