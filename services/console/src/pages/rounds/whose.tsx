import type { Schemas } from '../../api/client.ts';
import { nameIn } from '../../components/names.ts';

type Name = Schemas['WhatIf']['entries'][number]['entryName'];
/** An entry as an answer names it, and where it belongs. */
export type Whose = Readonly<{ entryId: string; entryName?: Name; homeName?: Name }>;

/** What it is called. */
export const entryNamed = ({ entryId, entryName }: Whose): string => nameIn(entryName ?? null) ?? entryId;

/** The organization that it belongs to; undefined where it is that organization itself. */
export const homeOf = (entry: Whose): string | undefined => {
  const home = nameIn(entry.homeName ?? null);
  return home === entryNamed(entry) ? undefined : home;
};

/** Both in one line of text. */
export const namedWithHome = (entry: Whose): string =>
  [entryNamed(entry), homeOf(entry)].filter((part) => part !== undefined).join(' · ');

/** The organization in small beside the name, a space before it: titles of different organizations may be the same. */
export const HomeBeside = ({ entry }: Readonly<{ entry: Whose }>) => {
  const home = homeOf(entry);
  return home === undefined ? null : <span className="quiet"> {home}</span>;
};
