import type { About } from './about.ts';

/** Who made a work that came by a code, with the version before it: `authorId` stands for him, and for nobody on the platform. */
export type AuthorNamed = About<
  'AuthorNamed.v1',
  { authorId: string; version: number; prose: { authorName: string; authorContact: string } }
>;
/** Name and contact of every version up to that one are erased, by the author's code or by the office at his asking. */
export type AuthorErased = About<
  'AuthorErased.v1',
  { authorId: string; upTo: number; asked: 'author' | 'office'; prose: { why: string } }
>;

export type AuthorFact = AuthorNamed | AuthorErased;
