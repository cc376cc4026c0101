import { firstRefusal, textRefusal } from '@jiangong/wording';
import { nominatorRefusal } from '../by.ts';
import * as limits from '../limits.ts';
import { trackOf } from '../programme.ts';
import { type Decision, refOf, stageRefusal, standingRefusal, titleRefusal, whyRefusal } from './checks.ts';
import { contentRefusal, declared, documentsRefusal } from './declaration.ts';
import type { AuthorNamed } from './author-facts.ts';
import type { EntriesFact } from './facts.ts';
import { needsRefusal } from './needs.ts';
import type { EraseAuthor, RegisterWork } from './orders.ts';
import { identityOf } from './planning.ts';
import { quotaRefusal } from './quota.ts';
import type { EntriesRefusal } from './refusals.ts';
import { type Entries, type Entry, entryOf } from './state.ts';

/** By one code one work: what was entered by it in another category is taken back first. */
const codeRefusal = (state: Entries, { entryId, subject }: RegisterWork): EntriesRefusal | undefined => {
  const other = Object.values(state.entries).find(
    (entry) => entry.subject.id === subject.id && entry.entryId !== entryId && entry.standing.kind !== 'withdrawn',
  );
  return other && { reason: 'CODE_USED', field: 'track', details: { track: other.track } };
};

const newWorkRefusal = (state: Entries, { terms, track, subject }: RegisterWork): EntriesRefusal | undefined => {
  const rule = trackOf(terms.tables, track);
  if (!rule) return { reason: 'TRACK_UNKNOWN', field: 'track' };
  if (rule.kind !== subject.kind) return { reason: 'SUBJECT_INVALID', field: 'subject', details: { kind: rule.kind } };
  const max = limits.REGISTERED_PER_HOME_MAX;
  return Object.keys(state.entries).length >= max ? { reason: 'TOO_MANY_ENTRIES', details: { max } } : undefined;
};

/** What stands already is changed, or comes back after it was taken back, while entering is open; what was returned, until its deadline. */
const againRefusal = (entry: Entry, order: RegisterWork): EntriesRefusal | undefined => {
  const { standing, revision, declarations } = entry;
  if (order.expected !== undefined && order.expected !== revision)
    return { reason: 'REVISION_CONFLICT', field: 'If-Match', details: { expectedRevision: order.expected, revision } };
  const max = limits.OWN_VERSIONS_PER_ENTRY_MAX;
  if (declarations >= max) return { reason: 'TOO_MANY_DECLARATIONS', details: { max } };
  if (standing.kind === 'returned')
    return order.now < standing.redeclareUntil
      ? undefined
      : { reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil: standing.redeclareUntil } };
  if (standing.kind === 'withdrawn') return undefined;
  return standingRefusal(entry, ['declared'], 'ALREADY_DECLARED');
};

const AUTHOR = { charactersMax: limits.CONTACT_CHARACTERS_MAX, lines: 'one' } as const;

const saidRefusal = (order: RegisterWork): EntriesRefusal | undefined =>
  firstRefusal<EntriesRefusal>(
    titleRefusal(order.title),
    textRefusal(order.authorName, { field: 'authorName', ...AUTHOR }),
    textRefusal(order.authorContact, { field: 'authorContact', ...AUTHOR }),
    contentRefusal(order),
    documentsRefusal(order, order.track),
    needsRefusal(order, order.track),
  );

/** Who made it and how he is reached, under a key of this version alone: destroyed, nobody reads it again. */
const named = (order: RegisterWork, entry: Entry | undefined, facts: readonly EntriesFact[]): AuthorNamed => {
  const ahead = facts.filter(({ data }) => 'entryRevision' in data).length;
  const { authorName, authorContact } = order;
  const version = (entry?.declarations ?? 0) + 1;
  const data = { ...refOf(order, entry, ahead), authorId: order.answerable[0] ?? '', version };
  return { type: 'AuthorNamed.v1', data: { ...data, prose: { authorName, authorContact } } };
};

/** Somebody without an account enters a work by the code that he was given, or changes it by the same code. */
export const registerWork = (state: Entries, order: RegisterWork): Decision => {
  const { terms, entryId, title, summary, evidence, dossierEnd } = order;
  if (terms.tables.intake !== 'register') return { reason: 'INTAKE_NOT_BY_CODE', field: 'editionId' };
  if (state.intake === 'closed') return { reason: 'INTAKE_CLOSED' };
  const entry = entryOf(state, entryId);
  const isReturned = entry?.standing.kind === 'returned';
  const takesPlace = entry === undefined || entry.placeReturned;
  const refusal = firstRefusal<EntriesRefusal>(
    nominatorRefusal(terms, order.by),
    entry ? againRefusal(entry, order) : newWorkRefusal(state, order),
    isReturned ? undefined : stageRefusal(order, 'declare'),
    codeRefusal(state, order),
    saidRefusal(order),
    takesPlace ? quotaRefusal(state, order, order.track) : undefined,
  );
  if (refusal) return refusal;
  const data = {
    ...refOf(order, entry),
    // Its home may have been handed over since.
    ...identityOf(entry ?? order),
    ...{ version: (entry?.declarations ?? 0) + 1, title, evidence: [...evidence], dossierEnd, as: null, from: null },
    prose: { summary },
  };
  const facts = declared(state, { type: entry ? 'EntryRedeclared.v1' : 'EntryDeclared.v1', data }, order);
  return [...facts, named(order, entry, facts)];
};

/** Name and contact of every version go; the work stays. Asked again, it is done: nothing is left to erase. */
export const eraseAuthor = (entry: Entry, order: EraseAuthor): Decision => {
  const { authorsNamed, authorsErased, declarations } = entry;
  if (authorsNamed === 0) return { reason: 'AUTHOR_NOT_NAMED', field: 'entryId' };
  if (authorsErased >= authorsNamed) return [];
  const { asked, why } = order;
  const refusal = asked === 'office' ? whyRefusal(why) : undefined;
  if (refusal) return refusal;
  const data = { ...refOf(order, entry), authorId: entry.answerable[0] ?? '', upTo: declarations, asked };
  return [{ type: 'AuthorErased.v1', data: { ...data, prose: { why } } }];
};
