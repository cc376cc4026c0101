import { z } from 'zod';
import { orNull } from './or-null.ts';
import { organizationRef, personRef } from './naming/index.ts';

/** How an organization, its officers and what is proposed for it look outside. */
export const organization = z
  .object({
    organizationId: z.string(),
    parentId: organizationRef().nullable().meta({ description: 'null for the root' }),
    kind: z.string(),
    nameZh: z.string(),
    nameEn: z.string(),
    code: z.string(),
    classified: z.boolean(),
    condition: z.string().meta({ description: 'live, dissolving or dissolved' }),
    path: z.string(),
    ancestorIds: z.array(organizationRef()).meta({ description: 'Those above it, the root first' }),
    level: z.number().int().meta({ description: '1 for the root' }),
    children: z.number().int().meta({ description: 'Right below it, not dissolved, and visible to the caller' }),
    foundedAt: z.string(),
    revision: z.number().int(),
    foundedOn: z.string(),
    endedKind: z
      .string()
      .nullable()
      .meta({ description: 'merged, split, dissolved or parent-ended; null while it is' }),
    endedOn: z.string().nullable(),
    successorIds: z.array(organizationRef()),
    heirId: organizationRef().nullable(),
  })
  .meta({ id: 'Organization' });

export const officer = z
  .object({
    appointmentId: z.string(),
    personId: personRef(),
    office: z.string(),
    appointedAt: z.string(),
    effectiveOn: z.string(),
    termEndsOn: z.string().nullable(),
  })
  .meta({ id: 'Officer' });

type Node = {
  readonly path: string;
  readonly parentId: string;
  readonly endedKind: string;
  readonly endedOn: string;
  readonly successorIds: readonly string[];
  readonly heirId: string;
};

export const organizationOut = <O extends Node>(one: O) => ({
  ...one,
  ancestorIds: one.path.split('/').slice(1, -2),
  parentId: orNull(one.parentId),
  endedKind: orNull(one.endedKind),
  endedOn: orNull(one.endedOn),
  successorIds: [...one.successorIds],
  heirId: orNull(one.heirId),
});

export const restoration = z
  .object({ proposalId: z.string(), proposedBy: personRef(), role: z.string(), proposedAt: z.string() })
  .meta({ id: 'Restoration' });
