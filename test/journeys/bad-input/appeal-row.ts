import { NOWHERE } from './bad-request.ts';
import type { BadRow } from './bad-row.ts';
import { type JudgedEdition, type Stage, UNIT_A } from './judged-edition.ts';

export type Row = BadRow<JudgedEdition, Stage>;
export type Made = Row['send'];

export const officerOf = (unit: string): string => `${unit}-officer`;
export const why = '名次与实绩不符（虚构）。';
export const rejected = { verdict: { outcome: 'rejected' }, why };

export const file =
  (unit: string, body: object = {}): Made =>
  (played) => ({ method: 'POST', path: played.appeals(unit), body: { matter: 'rank', why, ...body } });
/** An order to an appeal of this unit, by its name in the story. */
export const to =
  (unit: string, name: string, what: string, body: object = { why }): Made =>
  (played) => ({ method: 'POST', path: played.appeals(unit, `/${played.id(name)}/${what}`), body });
export const nowhere =
  (what: string, body: object = { why }): Made =>
  (played) => ({ method: 'POST', path: played.appeals(UNIT_A, `/${NOWHERE}/${what}`), body });
export const get =
  (path: (played: JudgedEdition) => string): Made =>
  (played) => ({ method: 'GET', path: path(played) });

export const row = (
  name: string,
  [at, as, send]: readonly [Stage, string, Made],
  [status, reason, field]: readonly [number, string, string | null],
): Row => ({ name, at, as, send, status, reason, field });

export const mine = officerOf(UNIT_A);
export const twice = 'a'.repeat(64);
