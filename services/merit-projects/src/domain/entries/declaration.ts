import { firstRefusal } from '@jiangong/wording';
import { nominatorRefusal, partyRefusal } from '../by.ts';
import * as limits from '../limits.ts';
import { documentsOf, type Intake } from '../programme.ts';
import { isBringing, LISTED_VERSION } from './bringing.ts';
import {
  answerableRefusal,
  type Decision,
  evidenceRefusal,
  proseRefusal,
  refOf,
  stageRefusal,
  standingRefusal,
  titleRefusal,
} from './checks.ts';
import type { EntriesFact, EntryDeclared } from './facts.ts';
import type { DeclareEntry, NominateEntry, RegisterWork } from './orders.ts';
import { needsRefusal, testedNeeds } from './needs.ts';
import { identityOf, newEntryRefusal } from './planning.ts';
import { ownNoticeRefusal } from '../own-notice/finished.ts';
import { countedQuota, quotaRefusal } from './quota.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entries, Entry } from './state.ts';

/** Whatever is declared: words, files, and which of these the template asks for. */
type Said = DeclareEntry | NominateEntry | RegisterWork;

export const contentRefusal = (order: Said): EntriesRefusal | undefined =>
  proseRefusal(order.summary, 'summary') ?? evidenceRefusal(order.evidence);

/** Each document that the track asks for is one of the attached files, by name; nothing else is named. */
export const documentsRefusal = (order: Said, track: string): EntriesRefusal | undefined => {
  const { terms, evidence, documents } = order;
  const asked = documentsOf(terms.documents, track);
  const missing = asked.filter((document) => !documents.some((given) => given.document === document));
  if (missing.length > 0)
    return { reason: 'DOCUMENT_MISSING', field: 'documents', details: { missing: missing.join(', ') } };
  const named = documents.map(({ document, sha256 }) => `${document} ${sha256}`);
  for (const [index, { document, sha256 }] of documents.entries()) {
    const field = `documents[${index}]`;
    if (!asked.includes(document)) return { reason: 'DOCUMENT_NOT_ASKED', field, details: { document } };
    if (!evidence.includes(sha256) || named.indexOf(`${document} ${sha256}`) !== index)
      return { reason: 'DOCUMENT_NOT_ATTACHED', field, details: { document } };
  }
  return undefined;
};

type Declared = Extract<EntriesFact, { type: 'EntryDeclared.v1' | 'EntryRedeclared.v1' }>;

/** What is declared, which of its files the documents are, what was found of its needs, and what its nominator's number follows from. */
export const declared = (state: Entries, fact: Declared, order: Said): readonly EntriesFact[] => {
  const { entryId, editionId, nominatorId, entryRevision, version, track } = fact.data;
  const next = (ahead: number) => ({ entryId, editionId, nominatorId, entryRevision: entryRevision + ahead, version });
  const { documents } = order;
  const given: readonly EntriesFact[] =
    documents.length === 0 ? [] : [{ type: 'DocumentsGiven.v1', data: { ...next(1), documents: [...documents] } }];
  return [
    ...countedQuota(state, order, track),
    fact,
    ...given,
    ...testedNeeds(order, { ...next(given.length + 1), track }),
  ];
};

export const declarationOf = (entry: Entry, order: DeclareEntry): EntryDeclared['data'] => ({
  ...refOf(order, entry),
  ...identityOf(entry),
  version: entry.declarations + 1,
  title: entry.title,
  evidence: [...order.evidence],
  dossierEnd: order.dossierEnd,
  as: null,
  from: null,
  prose: { summary: order.summary },
});

/** Whose the declaration is: the nominator's, or, where nobody nominates, of those whom the stage of declaring names. */
const declarerRefusal = ({ terms, by }: DeclareEntry): EntriesRefusal | undefined =>
  terms.tables.nominator === null ? partyRefusal(terms, by, 'declare') : nominatorRefusal(terms, by);

/** What is needed of whoever stands on a roll was looked at when it was listed, and is the office's to put right there. */
const withoutNeeds = ({ found: _found, ...order }: DeclareEntry): DeclareEntry => order;

/**
 * Whoever stands on the roll brings its own words and documents in the stage of declaring, and as long as it runs brings them anew where
 * something was wrong, until somebody reviewed them. Every version stays.
 */
const bringOwn = (state: Entries, entry: Entry, order: DeclareEntry): Decision => {
  const { OWN_VERSIONS_PER_ENTRY_MAX: max } = limits;
  const refusal = firstRefusal<EntriesRefusal>(
    standingRefusal(entry, ['declared'], 'ALREADY_DECLARED'),
    state.intake === 'closed' ? { reason: 'INTAKE_CLOSED' } : undefined,
    declarerRefusal(order),
    stageRefusal(order, 'declare'),
    entry.declarations - LISTED_VERSION >= max ? { reason: 'TOO_MANY_DECLARATIONS', details: { max } } : undefined,
    contentRefusal(order),
    documentsRefusal(order, entry.track),
  );
  if (refusal) return refusal;
  const type = entry.declarations === LISTED_VERSION ? 'EntryDeclared.v1' : 'EntryRedeclared.v1';
  return declared(state, { type, data: declarationOf(entry, order) }, withoutNeeds(order));
};

/** The next version after a return: within the deadline that the return set, whatever the stage. It takes no new place. */
const redeclare = (state: Entries, entry: Entry, redeclareUntil: string, order: DeclareEntry): Decision => {
  if (order.now >= redeclareUntil) return { reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil } };
  const asked = entry.isListed ? withoutNeeds(order) : order;
  const refusal =
    declarerRefusal(order) ??
    contentRefusal(order) ??
    documentsRefusal(order, entry.track) ??
    needsRefusal(asked, entry.track);
  if (refusal) return refusal;
  return declared(state, { type: 'EntryRedeclared.v1', data: declarationOf(entry, order) }, asked);
};

export const declareEntry = (state: Entries, entry: Entry, order: DeclareEntry): Decision => {
  const { standing } = entry;
  if ((order.departure ?? '') !== '') return { reason: 'DEPARTURE_NOT_NEEDED', field: 'departure' };
  if (standing.kind === 'returned') return redeclare(state, entry, standing.redeclareUntil, order);
  if (entry.isListed && isBringing(order.terms)) return bringOwn(state, entry, order);
  if (standing.kind === 'planned') return { reason: 'ENTRY_NOT_CONFIRMED', field: 'entryId' };
  const refusal = firstRefusal<EntriesRefusal>(
    standingRefusal(entry, ['underway'], 'ALREADY_DECLARED'),
    state.intake === 'closed' ? { reason: 'INTAKE_CLOSED' } : undefined,
    nominatorRefusal(order.terms, order.by),
    stageRefusal(order, 'declare'),
    contentRefusal(order),
    documentsRefusal(order, entry.track),
    needsRefusal(order, entry.track),
    quotaRefusal(state, order, entry.track),
  );
  if (refusal) return refusal;
  return declared(state, { type: 'EntryDeclared.v1', data: declarationOf(entry, order) }, order);
};

/** Where a plan comes first, or nobody is put forward because everybody stands on the roll. */
const NOT_NOMINATED: readonly Intake[] = ['plan-then-declare', 'whole-roll', 'computed-list', 'holders'];

/** Where nothing is planned first: what is put forward exists already, and its first fact is the declaration. */
export const nominateEntry = (state: Entries, order: NominateEntry): Decision => {
  const { terms, title, summary, evidence, dossierEnd, as, from } = order;
  if (NOT_NOMINATED.includes(terms.tables.intake)) return { reason: 'INTAKE_NOT_NOMINATED', field: 'editionId' };
  const refusal = firstRefusal<EntriesRefusal>(
    newEntryRefusal(state, order),
    nominatorRefusal(terms, order.by),
    stageRefusal(order, 'declare'),
    titleRefusal(title),
    ownNoticeRefusal(order),
    answerableRefusal(order.answerable),
    contentRefusal(order),
    documentsRefusal(order, order.track),
    needsRefusal(order, order.track),
    quotaRefusal(state, order, order.track),
  );
  if (refusal) return refusal;
  const data = {
    ...refOf(order, undefined),
    ...identityOf(order),
    ...{ version: 1, title, evidence: [...evidence], dossierEnd, as, from },
    prose: { summary },
  };
  return declared(state, { type: 'EntryDeclared.v1', data }, order);
};
