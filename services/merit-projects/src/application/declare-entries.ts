import { covers } from '@jiangong/access';
import type { StreamEnd } from '@jiangong/event-store';
import type { CallContext } from '@jiangong/service-host';
import type { GivenDocument } from '../domain/entries/about.ts';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { DossierEnd } from '../domain/entries/facts.ts';
import type { DeclareEntry as DeclareOrder } from '../domain/entries/orders.ts';
import { type Entry, entryOf } from '../domain/entries/state.ts';
import type { Dossiers } from './dossiers.ts';
import { type EntryCalls, order, refused } from './entry-calls.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { FindNeeds } from './find-needs.ts';
import type { EntryHandled, NominatorsEntries } from './nominators-entries.ts';
import type { PeopleNamed } from './people-named.ts';
import type { CampaignKnowledge, Votes } from './ports.ts';

export type DeclareEntry = Readonly<{
  entryId: string;
  summary: string;
  evidence: readonly string[];
  /** Which of the files are the documents that the template asks for. */
  documents: readonly GivenDocument[];
  /** Of a candidate: why the unit departs from the order of the vote; empty: it does not. */
  departure?: string;
}>;
export type WithdrawEntry = Readonly<{ entryId: string; why: string }>;
export type HandOverEntry = Readonly<{
  entryId: string;
  homeId: string;
  answerable: readonly string[];
  effectiveOn: string;
  why: string;
}>;

export const EMPTY_DOSSIER: DossierEnd = { revision: -1, hash: null };

const dossierEndOf = (end: StreamEnd): DossierEnd =>
  end === 'no-stream' ? EMPTY_DOSSIER : { revision: end.revision, hash: end.hash };

type Ports = Readonly<{
  calls: EntryCalls;
  dossiers: Dossiers;
  evidence: EvidenceFiles;
  knowledge: CampaignKnowledge;
  people: PeopleNamed;
  entries: NominatorsEntries;
  needs: FindNeeds;
  votes: Votes;
}>;

/** What the platform knows of what is declared; of an entry that is not there the rule book says so. */
const known = async (
  needs: FindNeeds,
  terms: EditionTerms,
  entry: Entry | undefined,
  now: string,
): Promise<Pick<DeclareOrder, 'found' | 'counted'>> => {
  if (entry === undefined) return {};
  const found = await needs.found(terms, entry, now);
  return { ...found, ...(await needs.counted(terms, entry.track, terms.nominatorId, now)) };
};

/** What a nominator declares and takes back, and what goes to another home. */
export const declareEntries = ({ calls, dossiers, evidence, knowledge, people, entries, needs, votes }: Ports) => {
  return {
    declare: ({ summary, departure = '', ...open }: DeclareEntry, call: CallContext): Promise<EntryHandled> =>
      calls.send(
        open.entryId,
        {
          open: { rpc: 'DeclareEntry', ...open },
          // Of all others it is empty, and their requests are what they were.
          prose: departure === '' ? { summary } : { summary, departure },
        },
        call,
        async (base, place) => {
          const refusal = await evidence.missing(open.evidence, open.entryId, call);
          if (refusal) return { kind: 'refused', refusal };
          const dossierEnd = dossierEndOf(await dossiers.endOf(open.entryId));
          const { evidence: files, documents } = open;
          const { editionId, nominatorId } = place;
          const { state } = await entries.read(editionId, nominatorId);
          const entry = entryOf(state, open.entryId);
          const asked = await known(needs, base.terms, entry, base.now);
          const voted = entry?.isCandidate === true ? await votes.of(editionId) : undefined;
          return order({
            ...{ type: 'DeclareEntry', ...base, summary, evidence: files, documents, dossierEnd, departure, ...asked },
            ...(voted === undefined ? {} : { vote: voted }),
          });
        },
      ),
    withdraw: ({ entryId, why }: WithdrawEntry, call: CallContext): Promise<EntryHandled> =>
      calls.send(entryId, { open: { rpc: 'WithdrawEntry', entryId }, prose: { why } }, call, async (base, place) => {
        const nominator = await knowledge.organization(place.nominatorId);
        return order({ type: 'WithdrawEntry', ...base, why, classified: nominator?.classified ?? false });
      }),
    /** To another organization of the same committee, by a recorded choice. */
    handOver: ({ why, ...open }: HandOverEntry, call: CallContext): Promise<EntryHandled> =>
      calls.send(open.entryId, { open: { rpc: 'HandOverEntry', ...open }, prose: { why } }, call, async (base) => {
        const home = await knowledge.organization(open.homeId);
        const committee = await knowledge.organization(base.terms.committeeId);
        if (!home || home.dissolved) return refused('HOME_NOT_FOUND', 'homeId');
        if (!committee || !covers(committee.path, home.path)) return refused('UNIT_OUTSIDE_EDITION', 'homeId');
        // Whoever made a work that came by a code goes on to answer for it: he is nobody of the platform's.
        const isByCode = base.terms.tables.intake === 'register';
        const refusal = isByCode ? undefined : await people.refusal(open.answerable, home.path);
        if (refusal) return { kind: 'refused', refusal };
        const { homeId, answerable, effectiveOn } = open;
        return order({ type: 'HandOverEntry', ...base, homeId, answerable, effectiveOn, why });
      }),
  };
};
