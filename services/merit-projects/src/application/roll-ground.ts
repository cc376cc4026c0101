import { type Ground, refused } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { Roll } from '../domain/roll/state.ts';
import { editionRolls } from './edition-rolls.ts';
import { type Found, foundOn } from './found-on-roll.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { OrganizationOnADay, RollKnowledge } from './ports.ts';
import { settleRoll } from './settle-roll.ts';
import { rollStream } from './streams.ts';

export type RollPorts = Readonly<{ ground: Ground; entries: NominatorsEntries; knowledge: RollKnowledge }>;

const NOBODY: Found = { on: [], off: [], names: new Map() };

/** What listing a roll and putting it right both stand on. */
export const rollGround = ({ ground, entries, knowledge }: RollPorts) => {
  const handle = editionRolls(ground);
  return {
    handle,
    settle: settleRoll(entries),
    read: async (editionId: string): Promise<Roll> => (await handle.stateOf(rollStream(editionId))).state,
    // A roll concerns no nominator: whose terms they are does not matter.
    termsOf: (editionId: string): Promise<EditionTerms | undefined> => entries.termsOf(editionId, ''),
    /** Who stands on it by everything that is in the log by now. */
    find: async ({ roll, committeeId }: EditionTerms): Promise<Found> => {
      if (roll === null) return NOBODY;
      if (!(await ground.caughtUp())) throw refused({ reason: 'READ_MODEL_BEHIND' });
      const committee = await knowledge.organizationOn(committeeId, roll.asOf);
      if (committee === undefined) return NOBODY;
      const kinds = [...new Set(roll.wholes.flatMap((whole) => whole.kinds))];
      return foundOn(await knowledge.organizationsOn(kinds, roll.asOf), roll, committee);
    },
    /** An organization and the committee, as the tree of the roll's day has them. */
    placed: async (
      { roll, committeeId }: EditionTerms,
      organizationId: string,
    ): Promise<readonly [OrganizationOnADay | undefined, OrganizationOnADay | undefined]> => {
      if (roll === null) return [undefined, undefined];
      const { asOf } = roll;
      return [await knowledge.organizationOn(organizationId, asOf), await knowledge.organizationOn(committeeId, asOf)];
    },
  };
};

export type RollGround = ReturnType<typeof rollGround>;
