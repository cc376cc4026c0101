import { type EntryGround, entryGroundOf, nobodyIn } from '../round/entry-ground.ts';
import type { Candidate } from '../round/holders.ts';
import { inScope } from '../round/may-score.ts';
import { entryOf, type PreparedRound, type Round } from '../round/state.ts';
import type { AppealRules } from './rules.ts';

/** By what right somebody decides appeals. */
export type DecidesFor = Readonly<{ party: string; grantId: string; organizationId: string }>;

/** What an appeal must know of the caller as he stands now. */
export type AppealGround = EntryGround &
  Readonly<{
    /** The level below the body that the caller belongs to. */
    ownHomeId: string | null;
    decidesFor: DecidesFor | null;
  }>;

const partiesOf = ({ stages }: AppealRules): readonly string[] => stages.flatMap(({ by }) => by);

/**
 * The parties that the template's stages name; and whoever holds the same role above the committee, so that an appeal finds somebody
 * where everybody of the own body belongs to what is appealed for.
 */
export const decidesAppeals = ({ tables }: PreparedRound, { grants }: Candidate): DecidesFor | null => {
  const parties = tables.appeals === undefined ? [] : partiesOf(tables.appeals);
  const found = tables.parties
    .filter(({ id }) => parties.includes(id))
    .flatMap((party) =>
      grants
        .filter((grant) => grant.role === party.role && (grant.stands === 'above' || inScope(party, grant)))
        .map(({ grantId, organizationId }) => ({ party: party.id, grantId, organizationId })),
    );
  return found[0] ?? null;
};

export const appealGroundOf = (round: Round, entryId: string, person: Candidate): AppealGround => {
  const entry = round.kind === 'absent' ? undefined : entryOf(round, entryId);
  const { homeId: ownHomeId, personId } = person;
  if (round.kind === 'absent' || entry === undefined) return { ...nobodyIn(personId), ownHomeId, decidesFor: null };
  return { ...entryGroundOf(round, entry, person), ownHomeId, decidesFor: decidesAppeals(round, person) };
};
