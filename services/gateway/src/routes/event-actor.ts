import type { EventActor } from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { z } from 'zod';
import type { AsSaid } from './route.ts';
import { answerWords } from './answer-words.ts';
import { id, slug, word } from './fields.ts';
import { organizationRef, refBy } from './naming/index.ts';

export const actor = z
  .object({
    kind: word(answerWords.actorKind),
    id: slug().nullable(),
    organization: id().nullable(),
    role: word(answerWords.role).nullable(),
    grant: id().nullable(),
  })
  .meta({ id: 'EventActor' });

/** The same where it is shown and not proved: an export and a replay answer what is stored, byte for byte. */
export const namedActor = actor
  .extend({ id: refBy('kind', { person: 'person' }).nullable(), organization: organizationRef().nullable() })
  .meta({ id: 'NamedActor' });

export const actorOut = (given: EventActor | undefined): AsSaid<z.input<typeof actor>> => {
  if (given === undefined) throw new Error('an event has no actor');
  return { ...given };
};
