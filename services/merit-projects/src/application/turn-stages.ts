import { requestIdOf } from '@jiangong/event-store';
import type { Ground } from '@jiangong/service-host';
import { SYSTEM } from '../domain/by.ts';
import { admissionOf, entranceOf } from '../domain/edition/state.ts';
import type { OpenEditionState } from '../domain/edition/state.ts';
import type { CloseIntake, EnterCandidates } from '../domain/entries/orders.ts';
import { standsForVote } from '../domain/programme.ts';
import type { Editions } from './editions.ts';
import type { NominatorsEntries } from './nominators-entries.ts';
import type { EditionNominators } from './ports.ts';
import type { Rolls } from './rolls.ts';

/** A stage's beginning or end that has come. */
export type StageMoment = Readonly<{ kind: 'open' | 'close'; editionId: string; stageId: string; at: string }>;

/** The day of an edition's roll that has come. */
export type RollMoment = Readonly<{ kind: 'roll'; editionId: string; at: string }>;

/** Nominators whose intake closes at the same time. */
const NOMINATORS_AT_ONCE = 8;

type Entering = (CloseIntake | EnterCandidates)['type'];

/** What the opening of a stage lets in: candidates into their vote, and what was declared into everything else. */
const enteringAt = ({ terms: { tables }, stages }: OpenEditionState, stageId: string): Entering | undefined => {
  if (admissionOf(tables, stages)?.stageId === stageId) return 'CloseIntake';
  return standsForVote(tables) && entranceOf(stages)?.stageId === stageId ? 'EnterCandidates' : undefined;
};

type Ports = Readonly<{
  ground: Ground;
  editions: Editions;
  entries: NominatorsEntries;
  nominators: EditionNominators;
  rolls: Pick<Rolls, 'list'>;
}>;

/** Acts on a stage's moment. Every request id derives from the moment, so doing it twice is doing it once. */
export const turnStages = ({ ground, editions, entries, nominators, rolls }: Ports) => {
  const closeIntake = async (
    type: Entering,
    editionId: string,
    nominatorId: string,
    correlationId: string,
  ): Promise<readonly string[]> => {
    const context = ground.systemContext({
      name: 'scheduler',
      requestId: requestIdOf(`${correlationId} ${nominatorId}`),
      correlationId,
    });
    const handled = await entries.send(
      { editionId, nominatorId, body: { order: type, editionId, nominatorId }, context },
      (terms) => ({ kind: 'order', order: { type, now: context.now, by: SYSTEM, terms } }),
    );
    if (handled.kind === 'refused')
      throw new Error(`${type} of ${nominatorId} in ${editionId}: ${handled.refusal.reason}`);
    // Taken from the stream itself, for an intake that was closed before answers with no fact. What was removed since has entered.
    const { state } = await entries.read(editionId, nominatorId);
    return type === 'CloseIntake' ? state.entered : (state.candidates ?? []);
  };
  /** How many entries entered: of nominators that the read model names once it has seen everything that was in the log. */
  const closeAll = async (type: Entering, editionId: string, correlationId: string): Promise<number> => {
    // Whoever stands on the roll has an entry before any enters, and what was put right on it is followed.
    await rolls.list(editionId, correlationId);
    if (!(await ground.caughtUp())) throw new Error(`the read model has not caught up: ${editionId} opens later`);
    const all = await nominators.nominatorsOf(editionId);
    // By id: one subject that two nominators put forward at the same moment is one entry where it is judged.
    const entered = new Set<string>();
    for (let index = 0; index < all.length; index += NOMINATORS_AT_ONCE) {
      const some = all.slice(index, index + NOMINATORS_AT_ONCE);
      const ids = await Promise.all(
        some.map((nominatorId) => closeIntake(type, editionId, nominatorId, correlationId)),
      );
      for (const entryId of ids.flat()) entered.add(entryId);
    }
    return entered.size;
  };
  return async (moment: StageMoment | RollMoment): Promise<void> => {
    const { kind, editionId, at } = moment;
    if (kind === 'roll') return rolls.list(editionId, requestIdOf(`roll ${editionId} ${at}`));
    const { stageId } = moment;
    const requestId = requestIdOf(`${kind} ${stageId} ${editionId} ${at}`);
    const edition = await editions.read(editionId);
    const entering = edition.kind === 'absent' ? undefined : enteringAt(edition, stageId);
    // Evaluation opens its round over what has entered when it hears that scoring is open: so all enter first.
    const entered = kind === 'open' && entering ? await closeAll(entering, editionId, requestId) : null;
    const context = ground.systemContext({ name: 'scheduler', requestId });
    const of = { now: context.now, by: SYSTEM, stageId };
    const handled = await editions.order(
      editionId,
      kind === 'open' ? { type: 'OpenStage', ...of, entered } : { type: 'CloseStage', ...of },
      context,
    );
    if (handled.kind === 'refused') throw new Error(`${kind} ${stageId} of ${editionId}: ${handled.refusal.reason}`);
  };
};
