import { createContext, type ReactNode, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.ts';

type Kind = Schemas['Entry']['subjectKind'];
/** What entries are, or `any` where an edition has several kinds of them. */
type What = Kind | 'any';

const Told = createContext<What>('any');

/** What the entries of an edition are, where all of them are the same. */
export const whatIn = ({ tracks }: Pick<Schemas['Edition'], 'tracks'>): What => {
  const [first = 'any', ...others] = new Set(tracks.map(({ kind }) => kind));
  return others.length === 0 ? first : 'any';
};

/** Below it texts speak of what it is: of projects, units, people, collectives or works. */
export const OfWhat = ({ what, children }: Readonly<{ what: What; children: ReactNode }>) => (
  <Told value={what}>{children}</Told>
);

/** What heads a column of their names. */
export const useNamed = (): string => {
  const { t } = useTranslation();
  return t(`entryNamed.${useContext(Told)}`);
};

/** The word for what a page is about, for the texts that have a place for it. */
export const useWhat = (): string => {
  const { t } = useTranslation();
  return t(`entryKind.${useContext(Told)}`);
};
