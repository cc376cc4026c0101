import { withPreconditions } from '@jiangong/event-store';
import { fieldCodec } from '@jiangong/privacy';
import type { Ground } from '@jiangong/service-host';
import type { RollFact } from '../domain/roll/facts.ts';
import { rollDecider, type RollOrder, type RollRefusal } from '../domain/roll/decider.ts';
import type { Roll } from '../domain/roll/state.ts';
import type { ReferenceRefusal } from './reference-refusals.ts';
import { sealedOfRolls } from './sealed-fields.ts';

/** How use cases reach the roll of an edition. */
export const editionRolls = (ground: Ground) =>
  ground.handler(
    withPreconditions<Roll, RollOrder, RollFact, RollRefusal, ReferenceRefusal>(rollDecider),
    fieldCodec<RollFact>(ground.privacy, sealedOfRolls, { keepsStates: true }),
  );
