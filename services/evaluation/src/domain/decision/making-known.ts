import { textRefusal } from '@jiangong/wording';
import type { Decidable } from './decidable.ts';
import { REASON_CHARACTERS_MAX } from './limits.ts';
import { APPRAISAL_ROLE, type Maker, type MakingKnown, UNIT_ROLE } from './maker.ts';
import type { TakenRefusal } from './refusals.ts';

const NOBODY: Maker = { role: '', superiorReason: '', dueBy: null };

/**
 * What a unit decided is made known by whom the template says: its own officers, or the office above. Where the unit does not in time, the
 * office above does in its place, with a reason. Of what one body decided as a whole no unit's officer comes this far.
 */
export const makerRefusal = (
  { makers, publisher }: Decidable,
  how: MakingKnown,
  { role, superiorReason, dueBy }: Maker = NOBODY,
  now: string,
): TakenRefusal | undefined => {
  // Nobody but the office that the template names, and it alone, begins the notice.
  if (how === 'notice' && makers === undefined && role !== (publisher ?? role))
    return { reason: 'ANOTHER_OFFICE_MAKES_KNOWN', field: 'roundId' };
  if (role === APPRAISAL_ROLE && (how !== 'notice' || publisher === undefined))
    return { reason: 'ANOTHER_OFFICE_MAKES_KNOWN', field: 'roundId' };
  const isUnits = makers?.includes(how) ?? false;
  if (makers !== undefined && !isUnits && role === UNIT_ROLE) return { reason: 'OFFICE_MAKES_KNOWN', field: 'roundId' };
  if (!isUnits || role === UNIT_ROLE)
    return superiorReason === '' ? undefined : { reason: 'SUPERIOR_REASON_NOT_NEEDED', field: 'superiorReason' };
  if (dueBy === null || now < dueBy)
    return { reason: 'UNIT_MAKES_KNOWN', field: 'roundId', details: { dueBy: dueBy ?? '' } };
  return textRefusal(superiorReason, {
    field: 'superiorReason',
    charactersMax: REASON_CHARACTERS_MAX,
    lines: 'many',
  });
};

/** The reason stands with the fact, sealed, where there is one. */
export const superiorProse = ({ superiorReason }: Maker = NOBODY): Readonly<{ prose?: Readonly<{ why: string }> }> =>
  superiorReason === '' ? {} : { prose: { why: superiorReason } };
