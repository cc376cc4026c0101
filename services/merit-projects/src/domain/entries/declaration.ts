import { firstRefusal } from '@jiangong/wording';
import { nominatorRefusal } from '../by.ts';
import type { EditionTerms } from '../edition/terms.ts';
import { trackOf } from '../programme.ts';
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
import type { EntryDeclared } from './facts.ts';
import type { DeclareEntry, NominateEntry } from './orders.ts';
import { identityOf, newEntryRefusal } from './planning.ts';
import type { EntriesRefusal } from './refusals.ts';
import type { Entries, Entry } from './state.ts';

/**
 * A declared entry takes a place of the nominator's quota, and keeps it whatever the review says of it; only withdrawing before
 * clearance gives it back. (The source names no rule; this one leaves nothing to gain from declaring badly.)
 */
export const takesPlace = ({ declarations, placeReturned }: Entry): boolean => declarations > 0 && !placeReturned;

/** A track with a number of its own counts alone, the others share the edition's. */
export const quotaRefusal = (state: Entries, terms: EditionTerms, trackId: string): EntriesRefusal | undefined => {
  const ownOf = (track: string): number | null => trackOf(terms.tables, track)?.quota ?? null;
  const own = ownOf(trackId);
  const quota = own ?? terms.tables.quota;
  if (quota === null) return undefined;
  const together = (track: string): boolean => (own === null ? ownOf(track) === null : track === trackId);
  const declared = Object.values(state.entries).filter((entry) => takesPlace(entry) && together(entry.track)).length;
  return declared >= quota ? { reason: 'QUOTA_EXCEEDED', details: { quota, declared } } : undefined;
};

const contentRefusal = (order: DeclareEntry | NominateEntry): EntriesRefusal | undefined =>
  proseRefusal(order.summary, 'summary') ?? evidenceRefusal(order.evidence);

const declarationOf = (entry: Entry, order: DeclareEntry): EntryDeclared['data'] => ({
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

/** The next version after a return: within the deadline that the return set, whatever the stage. It takes no new place. */
const redeclare = (entry: Entry, redeclareUntil: string, order: DeclareEntry): Decision => {
  if (order.now >= redeclareUntil) return { reason: 'RETURN_DEADLINE_PASSED', details: { redeclareUntil } };
  const refusal = nominatorRefusal(order.terms, order.by) ?? contentRefusal(order);
  if (refusal) return refusal;
  return [{ type: 'EntryRedeclared.v1', data: declarationOf(entry, order) }];
};

export const declareEntry = (state: Entries, entry: Entry, order: DeclareEntry): Decision => {
  const { standing } = entry;
  if (standing.kind === 'returned') return redeclare(entry, standing.redeclareUntil, order);
  if (standing.kind === 'planned') return { reason: 'ENTRY_NOT_CONFIRMED', field: 'entryId' };
  const refusal = firstRefusal<EntriesRefusal>(
    standingRefusal(entry, ['underway'], 'ALREADY_DECLARED'),
    state.intake === 'closed' ? { reason: 'INTAKE_CLOSED' } : undefined,
    nominatorRefusal(order.terms, order.by),
    stageRefusal(order, 'declare'),
    contentRefusal(order),
    quotaRefusal(state, order.terms, entry.track),
  );
  if (refusal) return refusal;
  return [{ type: 'EntryDeclared.v1', data: declarationOf(entry, order) }];
};

/** Where nothing is planned first: what is put forward exists already, and its first fact is the declaration. */
export const nominateEntry = (state: Entries, order: NominateEntry): Decision => {
  const { terms, title, summary, evidence, dossierEnd, as, from } = order;
  if (terms.tables.intake === 'plan-then-declare') return { reason: 'INTAKE_NOT_NOMINATED', field: 'editionId' };
  const refusal = firstRefusal<EntriesRefusal>(
    newEntryRefusal(state, order),
    nominatorRefusal(terms, order.by),
    stageRefusal(order, 'declare'),
    titleRefusal(title),
    answerableRefusal(order.answerable),
    contentRefusal(order),
    quotaRefusal(state, terms, order.track),
  );
  if (refusal) return refusal;
  return [
    {
      type: 'EntryDeclared.v1',
      data: {
        ...refOf(order, undefined),
        ...identityOf(order),
        ...{ version: 1, title, evidence: [...evidence], dossierEnd, as, from },
        prose: { summary },
      },
    },
  ];
};
