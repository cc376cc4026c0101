import { type Given, text } from './given.ts';

export type EditionsSearch = Readonly<{
  q?: string | undefined;
  state?: string | undefined;
  year?: string | undefined;
}>;
export const editionsSearch = ({ q, state, year }: Given): EditionsSearch => ({
  q: text(q),
  state: text(state),
  year: text(year),
});

/** On which template an edition is to be opened, and by which committee. */
export type NewEditionSearch = Readonly<{ committee?: string | undefined; template?: string | undefined }>;
export const newEditionSearch = ({ committee, template }: Given): NewEditionSearch => ({
  committee: text(committee),
  template: text(template),
});

/** Whose template is written, and what it begins with where nothing is kept: the skeleton, one of the platform's, or an adopted one's hash. */
export type WriteSearch = Readonly<{ committee?: string | undefined; begin?: string | undefined }>;
export const writeSearch = ({ committee, begin }: Given): WriteSearch => ({
  committee: text(committee),
  begin: text(begin),
});

/** `told`: everything that happened, or what was changed in the plan alone. */
export type EditionSearch = Readonly<{ told?: 'amendments' | undefined; under?: string | undefined }>;
export const editionSearch = ({ told, under }: Given): EditionSearch => ({
  told: told === 'amendments' ? 'amendments' : undefined,
  under: text(under),
});

const YEAR = /^(?:199[2-9]|20\d\d)$/u;

export type HolidaysSearch = Readonly<{ year?: number | undefined }>;
export const holidaysSearch = ({ year }: Given): HolidaysSearch => ({
  year: YEAR.test(String(year)) ? Number(year) : undefined,
});
