import { type OrderContext, requestIdOf } from '@jiangong/event-store';
import { SYSTEM } from '../domain/by.ts';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { AskedNeeds } from '../domain/needs/needs.ts';
import type { EditionRoll } from '../domain/edition/state.ts';
import { type Roll, standingOn, takenOff } from '../domain/roll/state.ts';
import { type ListedKind, listedKind } from '../domain/programme.ts';
import { correctRolls } from './correct-rolls.ts';
import { countWholes } from './count-wholes.ts';
import type { Found } from './found-on-roll.ts';
import { rollGround, type RollPorts } from './roll-ground.ts';
import { rollStream } from './streams.ts';

/** The roll of an edition beside what would stand on it by what is known now. */
export type RollShown = Readonly<{
  editionId: string;
  /** As their entries say it. */
  /** What those of a category are. */
  kindOf: (trackId: string) => ListedKind;
  rule: EditionRoll;
  roll: Roll;
  found: Found;
  needs: readonly AskedNeeds[];
}>;

/** What the system writes where it only follows what an officer put right. */
const AS_PUT_RIGHT = '随名册更正。 / As the roll was put right.';

const nominatorsOf = (roll: Roll): readonly string[] => [
  ...new Set([...standingOn(roll).values(), ...takenOff(roll)].map(({ nominatorId }) => nominatorId)),
];

/** The roll of an edition: listed by the system on its day, put right by the office, and followed by the entries of its nominators. */
export const rolls = (ports: RollPorts) => {
  const on = rollGround(ports);
  const { ground } = ports;

  const enter = async (terms: EditionTerms, found: Found, asOf: string, context: OrderContext): Promise<void> => {
    const handled = await on.handle({
      stream: rollStream(terms.editionId),
      order: {
        kind: 'order',
        order: { type: 'ListRoll', now: context.now, terms, found },
      },
      body: { order: 'ListRoll', editionId: terms.editionId, asOf },
      context,
    });
    if (handled.kind === 'refused') throw new Error(`ListRoll of ${terms.editionId}: ${handled.refusal.reason}`);
  };

  return {
    ...correctRolls(on, ground.privacy),
    count: countWholes(on, ground.privacy),
    /** Once its day has come, and whoever stands on it has an entry then; done twice, or after a crash, it is done once. */
    list: async (editionId: string, correlationId: string): Promise<void> => {
      const terms = await on.termsOf(editionId);
      if (terms === undefined || terms.roll === null) return;
      const { asOf } = terms.roll;
      const contextFor = (requestId: string): OrderContext =>
        ground.systemContext({ name: 'scheduler', requestId, correlationId });
      const found = await on.find(terms, ground.clock.now());
      if ((await on.read(editionId)).listedAsOf === null)
        await enter(terms, found, asOf, contextFor(requestIdOf(`ListRoll ${editionId} ${asOf}`)));
      const roll = await on.read(editionId);
      const followed = { by: SYSTEM, why: AS_PUT_RIGHT, contextFor };
      for (const nominatorId of nominatorsOf(roll)) await on.settle({ terms, roll, nominatorId, found }, followed);
    },
    show: async (editionId: string): Promise<RollShown | undefined> => {
      const terms = await on.termsOf(editionId);
      if (terms === undefined || terms.roll === null) return undefined;
      return {
        editionId,
        kindOf: (trackId) => listedKind(terms.tables, trackId),
        rule: terms.roll,
        roll: await on.read(editionId),
        found: await on.find(terms, ground.clock.now()),
        needs: terms.needs,
      };
    },
  };
};

export type Rolls = ReturnType<typeof rolls>;
