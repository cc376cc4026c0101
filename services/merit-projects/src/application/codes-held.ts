import { type CallContext, refused } from '@jiangong/service-host';
import type { By } from '../domain/by.ts';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { Entry } from '../domain/entries/state.ts';
import { unlinkable } from './callers.ts';
import { authorIdOf, codeHash, workIdOf } from './entry-codes.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { EntryPlace } from './ports.ts';

/** Where a code that holds belongs: by its hash follow the work that it stands for, and the name that stands for its author. */
export type CodeHeld = Readonly<{ editionId: string; nominatorId: string; workId: string; authorId: string }>;

export interface CodeKnowledge {
  /** Undefined: no such code was handed out, or it is recalled. */
  code(hash: string): Promise<Readonly<{ editionId: string; organizationId: string }> | undefined>;
  /** Files that somebody has added beside this one. */
  filesAddedBy(personId: string, beside: string): Promise<number>;
}

/** What somebody may enter by his code, and what he has. */
export type Registration = Readonly<{ held: CodeHeld; terms: EditionTerms; entry: Entry | undefined }>;

/** He acts by his code and in no other name, also when signed in; nothing ties it to what else he does. */
export const callOfAuthor = (call: CallContext, authorId: string): CallContext =>
  unlinkable(call, { kind: 'protected', id: authorId, organization: null, role: null, grant: null });

export const byAuthor = (authorId: string, organizationId: string): By => ({
  ...{ personId: authorId, role: 'public', organizationId },
});

/** Of one code: the entry that stands, else the last one that was taken back. */
const ownEntry = (entries: readonly Entry[], workId: string): Entry | undefined => {
  const own = entries.filter(({ subject }) => subject.id === workId);
  return own.find(({ standing }) => standing.kind !== 'withdrawn') ?? own.at(-1);
};

/** Codes as people type them, and what was entered by them. */
export const codesHeld = (entries: NominatorsEntries, knowledge: CodeKnowledge) => {
  const held = async (code: string): Promise<CodeHeld> => {
    const hash = codeHash(code);
    const found = await knowledge.code(hash);
    if (found === undefined) throw refused({ reason: 'CODE_UNKNOWN', field: 'code' });
    const { editionId, organizationId: nominatorId } = found;
    return { editionId, nominatorId, workId: workIdOf(editionId, hash), authorId: authorIdOf(editionId, hash) };
  };
  const find = async (code: string): Promise<Registration> => {
    const found = await held(code);
    const { editionId, nominatorId, workId } = found;
    const terms = await entries.termsOf(editionId, nominatorId);
    if (terms === undefined) throw refused({ reason: 'CODE_UNKNOWN', field: 'code' });
    const { state } = await entries.read(editionId, nominatorId);
    return { held: found, terms, entry: ownEntry(Object.values(state.entries), workId) };
  };
  return {
    held,
    find,
    /** For an order about what was entered by the code; where there is nothing it is refused. */
    ownWork: async (code: string): Promise<Readonly<{ authorId: string; place: EntryPlace }>> => {
      const { entry, held: of } = await find(code);
      if (entry === undefined) throw refused({ reason: 'ENTRY_NOT_FOUND', field: 'code' });
      const { editionId, nominatorId, authorId } = of;
      return { authorId, place: { entryId: entry.entryId, editionId, nominatorId } };
    },
  };
};

export type CodesHeld = ReturnType<typeof codesHeld>;
