import { type OrderContext, requestIdOf } from '@jiangong/event-store';
import type { By } from '../domain/by.ts';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { Identity, Subject } from '../domain/entries/facts.ts';
import type { EntriesOrder } from '../domain/entries/orders.ts';
import { type Entries, entryOf } from '../domain/entries/state.ts';
import { listedKind, trackOf } from '../domain/programme.ts';
import type { OnRoll } from '../domain/roll/facts.ts';
import { type Roll, standingOn, takenOff } from '../domain/roll/state.ts';
import type { Found } from './found-on-roll.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import { entryIdOf } from './streams.ts';

export type Settled = Readonly<{
  terms: EditionTerms;
  roll: Roll;
  nominatorId: string;
  found: Pick<Found, 'names' | 'held'>;
}>;

/** Who brings it about, and why: the system, which follows the roll, or whoever has just put it right. */
export type Followed = Readonly<{ by: By; why: string; contextFor: (requestId: string) => OrderContext }>;

type Rolled = Readonly<Identity & { entryId: string; title: string }>;

/** Who speaks for it, and who answers for it: an office-holder stands at the organization in which he holds his office, and answers himself. */
const spokenFor = (
  { held }: Settled['found'],
  { kind, id }: Subject,
  { nominatorId, homeId }: Pick<OnRoll, 'nominatorId' | 'homeId'>,
): Pick<Identity, 'proposerId' | 'answerable'> => {
  if (kind === 'organization') return { proposerId: id, answerable: [] };
  if (kind === 'person') return { proposerId: nominatorId, answerable: [] };
  return { proposerId: held?.get(id)?.organizationId ?? homeId, answerable: [id] };
};

/** No fact holds a person's name: he is called after his category, an office-holder after his organization as well, and shown by his id. */
const titleOf = ({ names, held }: Settled['found'], { kind, id }: Subject, category: string): string => {
  if (kind === 'organization') return names.get(id) ?? id;
  const organization = names.get(held?.get(id)?.organizationId ?? '') ?? '';
  return organization === '' ? category : `${organization}${category}`;
};

const entriesOf = (
  { terms: { editionId, tables }, nominatorId, found }: Settled,
  all: Iterable<OnRoll>,
): readonly Rolled[] =>
  [...all]
    .filter((one) => one.nominatorId === nominatorId)
    .flatMap(({ trackId, subjectId, homeId }) => {
      if (trackId === null) return [];
      const subject = { kind: listedKind(tables, trackId), id: subjectId } as const;
      const spoken = spokenFor(found, subject, { nominatorId, homeId });
      const title = titleOf(found, subject, trackOf(tables, trackId)?.nameZh ?? trackId);
      return [{ subject, track: trackId, homeId, ...spoken, entryId: entryIdOf(editionId, trackId, subject), title }];
    });

type Wanted = Readonly<{ order: 'ListEntries' | 'DelistEntry' | 'RelistEntry'; entries: readonly Rolled[] }>;

/** What is between the entries as they are and as the roll has them. */
const wantedOf = (settled: Settled, state: Entries): readonly Wanted[] => {
  const { roll } = settled;
  const on = entriesOf(settled, standingOn(roll).values());
  const off = entriesOf(settled, takenOff(roll));
  const fresh = on.filter(({ entryId }) => entryOf(state, entryId) === undefined);
  const back = on.filter(({ entryId }) => (entryOf(state, entryId)?.delistedFrom ?? null) !== null);
  const gone = off.filter(({ entryId }) => entryOf(state, entryId)?.delistedFrom === null);
  return [
    ...(fresh.length === 0 ? [] : [{ order: 'ListEntries', entries: fresh } as const]),
    ...back.map((one) => ({ order: 'RelistEntry', entries: [one] }) as const),
    ...gone.map((one) => ({ order: 'DelistEntry', entries: [one] }) as const),
  ];
};

/**
 * One nominator's entries brought to what the roll says. Asked again it changes nothing: so whatever was left undone when the platform
 * stopped is done when entries enter, at the latest.
 */
export const settleRoll =
  (entries: NominatorsEntries) =>
  async (settled: Settled, { by, why, contextFor }: Followed): Promise<void> => {
    const { terms, roll, nominatorId } = settled;
    const { editionId, roll: asked } = terms;
    if (asked === null || !asked.enters || roll.listedAsOf === null) return;
    const { state, end } = await entries.read(editionId, nominatorId);
    for (const { order, entries: some } of state.intake === 'closed' ? [] : wantedOf(settled, state)) {
      const ids = some.map(({ entryId }) => entryId);
      const body = { order, editionId, nominatorId, entries: ids };
      const context = contextFor(
        requestIdOf(`${order} ${editionId} ${nominatorId} ${end === 'no-stream' ? 0 : end.revision} ${ids.join(' ')}`),
      );
      const handled = await entries.send({ editionId, nominatorId, body, context }, (own) => {
        const of = { now: context.now, by, terms: own };
        const made: EntriesOrder =
          order === 'ListEntries'
            ? { type: order, ...of, asOf: asked.asOf, listed: some }
            : { type: order, ...of, entryId: ids[0] ?? '', why };
        return { kind: 'order', order: made };
      });
      if (handled.kind === 'refused')
        throw new Error(`${order} of ${nominatorId} in ${editionId}: ${handled.refusal.reason}`);
    }
  };
