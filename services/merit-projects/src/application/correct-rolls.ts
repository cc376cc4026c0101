import type { Checked, OrderContext } from '@jiangong/event-store';
import type { KeyVault } from '@jiangong/privacy';
import type { CallContext } from '@jiangong/service-host';
import type { EditionTerms } from '../domain/edition/terms.ts';
import type { RollOrder } from '../domain/roll/decider.ts';
import type { RollKey } from '../domain/roll/facts.ts';
import { keyOf, standingOn, takenOff } from '../domain/roll/state.ts';
import { listedKind } from '../domain/programme.ts';
import { byOf } from './callers.ts';
import { isBelow, placeOf } from './found-on-roll.ts';
import { placingOf } from './found-people.ts';
import type { ReferenceReason, ReferenceRefusal } from './reference-refusals.ts';
import type { RollGround } from './roll-ground.ts';
import { editionKey } from './sealed-fields.ts';
import { rollStream } from './streams.ts';

/** `track` empty: the units that entries can belong to. */
export type CorrectRoll = Readonly<{ editionId: string; track: string; subjectId: string; why: string }>;

type Correction = 'ExcludeSubject' | 'IncludeSubject';

const refused = (reason: ReferenceReason, field: string) => ({ kind: 'refused', refusal: { reason, field } }) as const;

/** Taking off a roll who does not belong on it, and putting on it who was forgotten. */
export const correctRolls = (on: RollGround, privacy: KeyVault) => {
  const made = async (
    type: Correction,
    terms: EditionTerms | undefined,
    { subjectId, why, ...key }: RollKey & Readonly<{ why: string }>,
    call: CallContext,
  ): Promise<Checked<RollOrder, ReferenceRefusal>> => {
    if (terms === undefined) return refused('EDITION_NOT_FOUND', 'editionId');
    const of = { now: call.now, terms, ...key, subjectId, why };
    // The rule book says that there is no roll.
    if (terms.roll === null) return { kind: 'order', order: { type: 'ExcludeSubject', ...of } };
    if (listedKind(terms.tables, key.trackId) !== 'organization') {
      const person = await on.personPlaced(terms, subjectId, call.now);
      if (person === undefined) return refused('SUBJECT_NOT_FOUND', 'subjectId');
      return {
        kind: 'order',
        order: type === 'ExcludeSubject' ? { type, ...of } : { type, ...of, ...placingOf(terms.tables)(person) },
      };
    }
    const [place, committee] = await on.placed(terms, subjectId);
    if (place === undefined || committee === undefined || !isBelow(place, committee))
      return refused('SUBJECT_NOT_FOUND', 'subjectId');
    const whole = terms.roll.wholes.find(({ trackId }) => trackId === key.trackId);
    if (whole !== undefined && !whole.kinds.includes(place.kind))
      return refused('SUBJECT_KIND_NOT_ALLOWED', 'subjectId');
    return {
      kind: 'order',
      order: type === 'ExcludeSubject' ? { type, ...of } : { type, ...of, ...placeOf(place) },
    };
  };

  /** Its entry follows, in the name of who ordered it. */
  const follow = async (key: RollKey, terms: EditionTerms, why: string, call: CallContext): Promise<void> => {
    const roll = await on.read(terms.editionId);
    const one = [...standingOn(roll).values(), ...takenOff(roll)].find((each) => keyOf(each) === keyOf(key));
    if (one === undefined) return;
    const found = await on.find(terms, call.now);
    const contextFor = (requestId: string): OrderContext => ({ ...call, requestId });
    await on.settle({ terms, roll, nominatorId: one.nominatorId, found }, { by: byOf(call), why, contextFor });
  };

  const correct = async (type: Correction, request: CorrectRoll, call: CallContext) => {
    const { why, ...open } = request;
    const { editionId, track, subjectId } = open;
    const key: RollKey = { trackId: track === '' ? null : track, subjectId };
    const terms = await on.termsOf(editionId);
    const prose = await privacy.fingerprint(editionKey(open), { why });
    const handled = await on.handle({
      ...{ stream: rollStream(editionId), order: await made(type, terms, { ...key, why }, call) },
      ...{ body: { rpc: type, ...open, prose }, context: call },
    });
    // Repeated, it is followed again: what stopped in between is done now.
    if (handled.kind === 'accepted' && terms !== undefined) await follow(key, terms, why, call);
    return handled;
  };

  return {
    exclude: (request: CorrectRoll, call: CallContext) => correct('ExcludeSubject', request, call),
    include: (request: CorrectRoll, call: CallContext) => correct('IncludeSubject', request, call),
  };
};
