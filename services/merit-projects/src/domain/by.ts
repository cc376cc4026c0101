import type { Refusal } from '@jiangong/event-store';
import type { EditionTables } from './programme.ts';
import type { Act } from './programme.ts';

/** Who gives an order. The platform itself has no person and the role `system`. */
export type By = Readonly<{ personId: string; role: string; organizationId: string }>;

export const SYSTEM: By = { personId: '', role: 'system', organizationId: '' };

export type PartyTerms = Readonly<{ tables: EditionTables; committeeId: string }>;

const isParty = ({ tables, committeeId }: PartyTerms, partyId: string, by: By): boolean =>
  tables.parties.some(
    (party) =>
      party.partyId === partyId &&
      party.role === by.role &&
      // A party that acts for itself is never the committee's own office, whatever role it holds there.
      (party.scope !== 'own' || by.organizationId !== committeeId),
  );

/**
 * The act is another party's: the permission table is the outer bound, and the template narrows it. Acts that no stage of the template
 * names are left to the table.
 */
export const partyRefusal = (
  terms: PartyTerms,
  by: By,
  ...acts: readonly Act[]
): Refusal<'NOT_THIS_PARTY'> | undefined => {
  const parties = terms.tables.stages.filter(({ act }) => acts.includes(act)).flatMap((stage) => stage.by);
  if (by.role === SYSTEM.role || parties.length === 0) return undefined;
  return parties.some((partyId) => isParty(terms, partyId, by))
    ? undefined
    : { reason: 'NOT_THIS_PARTY', details: { act: acts[0] ?? '', role: by.role } };
};

/** What is done for what stands on a roll: each member acts for himself and nobody for him; for an organization its officers do. */
export const ownPartRefusal = (
  terms: PartyTerms,
  by: By,
  { subject }: Readonly<{ subject: Readonly<{ kind: string; id: string }> }>,
  act: Act,
): Refusal<'NOT_THIS_PARTY'> | undefined => {
  if (subject.kind !== 'person') return partyRefusal(terms, by, act);
  const acting = terms.tables.stages.filter((stage) => stage.act === act).flatMap((stage) => stage.by);
  const isHis = terms.tables.parties.some(
    ({ partyId, role, scope }) => acting.includes(partyId) && role === 'member' && scope === 'own',
  );
  return isHis && by.personId === subject.id
    ? undefined
    : { reason: 'NOT_THIS_PARTY', details: { act, role: by.role } };
};

/** The order is the nominator's. */
export const nominatorRefusal = (terms: PartyTerms, by: By): Refusal<'NOT_THIS_PARTY'> | undefined => {
  const { nominator } = terms.tables;
  if (by.role === SYSTEM.role || nominator === null || isParty(terms, nominator, by)) return undefined;
  return { reason: 'NOT_THIS_PARTY', details: { act: 'declare', role: by.role } };
};
