import { z } from 'zod';
import { answerWords } from './answer-words.ts';
import { day, id, instant, word } from './fields.ts';
import { organizationRef, personRef } from './naming/index.ts';

/** How an organization, its officers and what is proposed for it look outside. */
export const organization = z
  .object({
    organizationId: id(),
    parentId: organizationRef().nullable().meta({ description: '根组织为空 / null for the root' }),
    kind: word(answerWords.organizationKind),
    nameZh: z.string(),
    nameEn: z.string(),
    code: z.string(),
    classified: z.boolean(),
    condition: word(answerWords.condition).meta({
      description: '存续（live）、撤销办理中（dissolving）或已撤销（dissolved） / live, dissolving or dissolved',
    }),
    path: z.string(),
    ancestorIds: z
      .array(organizationRef())
      .meta({ description: '各级上级组织，根组织在前 / Those above it, the root first' }),
    level: z.number().int().meta({ description: '根组织为 1 / 1 for the root' }),
    children: z.number().int().meta({
      description: '直属、未撤销且本人可见的下级数 / Right below it, not dissolved, and visible to the caller',
    }),
    foundedAt: instant(),
    revision: z.number().int(),
    foundedOn: day(),
    endedKind: word(answerWords.dissolutionOrParent).nullable().meta({
      description:
        '合并（merged）、分立（split）、撤销（dissolved）或随上级终止（parent-ended）；存续的为空 / merged, split, dissolved or parent-ended; null while it is',
    }),
    endedOn: day().nullable(),
    successorIds: z.array(organizationRef()),
    heirId: organizationRef().nullable(),
  })
  .meta({ id: 'Organization' });

export const officer = z
  .object({
    appointmentId: id(),
    personId: personRef(),
    office: word(answerWords.office),
    appointedAt: instant(),
    effectiveOn: day(),
    termEndsOn: day().nullable(),
  })
  .meta({ id: 'Officer' });

/** An organization as it stood on a day. */
export const organizationOn = z
  .object({
    kind: word(answerWords.organizationKind),
    nameZh: z.string(),
    nameEn: z.string(),
    classified: z.boolean(),
    condition: word(answerWords.condition),
    above: z
      .array(z.object({ organizationId: id(), nameZh: z.string().nullable(), nameEn: z.string().nullable() }))
      .meta({
        description:
          '当日的各级上级组织（根组织在前），按当日名称；空：不告知 / What stood above it, the root first, by the names of that day; null: it may not be told',
      }),
    officers: z.array(
      z.object({
        appointmentId: id(),
        personId: personRef(),
        office: word(answerWords.office),
        effectiveOn: day(),
      }),
    ),
  })
  .meta({ id: 'OrganizationOn' });

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
  parentId: one.parentId,
  endedKind: one.endedKind,
  endedOn: one.endedOn,
  successorIds: [...one.successorIds],
  heirId: one.heirId,
});

export const restoration = z
  .object({
    proposalId: id(),
    proposedBy: personRef(),
    role: word(answerWords.role),
    proposedAt: instant(),
    why: z.string().meta({
      description: '提议理由，仅供可办理的人查看 / Why, for whoever may carry it out or turn it down',
    }),
  })
  .meta({ id: 'Restoration' });
