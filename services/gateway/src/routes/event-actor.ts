import type { EventActor } from '@jiangong/contracts/jiangong/audit/v1/audit_service';
import { z } from 'zod';
import { answerWords, said } from './answer-words.ts';
import { id, slug } from './fields.ts';
import { organizationRef, refBy } from './naming/index.ts';
import { orNull } from './or-null.ts';

export const actor = z
  .object({
    kind: z.enum(['person', 'system', 'anonymous', 'protected']),
    id: slug().nullable(),
    organization: id().nullable(),
    role: said(answerWords.role).nullable(),
    grant: id().nullable(),
  })
  .meta({ id: 'EventActor' });

/** The same where it is shown and not proved: an export and a replay answer what is stored, byte for byte. */
export const namedActor = actor
  .extend({ id: refBy('kind', { person: 'person' }).nullable(), organization: organizationRef().nullable() })
  .meta({ id: 'NamedActor' });

const KINDS = ['person', 'system', 'anonymous', 'protected'] as const;

export const actorOut = (given: EventActor | undefined): z.input<typeof actor> => {
  const kind = KINDS.find((known) => known === given?.kind);
  if (!given || !kind) throw new Error(`an event has an actor of the unknown kind ${given?.kind}`);
  return {
    kind,
    id: orNull(given.id),
    organization: orNull(given.organization),
    role: orNull(given.role),
    grant: orNull(given.grant),
  };
};
