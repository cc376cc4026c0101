import type { Problem, ProblemStep } from '@jiangong/contracts/jiangong/merit_projects/v1/problems';
import { ROLES } from '@jiangong/access';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, line, prose, sha256, word } from '../fields.ts';
import { editionRef, entryRef, organizationRef, personRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import * as shapes from './shapes.ts';

export const problemParams = z.strictObject({ problemId: id() });
export const problemProposalParams = problemParams.extend({ proposalId: id() });

/** What is said of a problem when it is found. */
export const found = {
  organizationId: id(),
  title: line(shapes.TITLE_CHARS_MAX),
  kind: word(answerWords.problemKind),
  severity: word(answerWords.problemSeverity),
  foundOn: day(),
  description: prose(shapes.TEXT_CHARS_MAX),
  entryId: id().optional().meta({ description: '与哪个申报对象有关 / The entry that it was found with' }),
};

/** Who has to solve it until when. */
export const owner = {
  ownerId: id(),
  ownerRole: word(answerWords.problemOwnerRole),
  dueOn: day().meta({ description: '整改期限，一年之内 / Its last day, at most a year ahead' }),
};

const textOrNone = (text: string): string | null => (text === '' ? null : text);

export const problem = z
  .object({
    problemId: id(),
    editionId: editionRef(),
    organizationId: organizationRef().meta({ description: '问题所在组织 / Whom it is about' }),
    entryId: entryRef().nullable(),
    title: z.string(),
    source: word(answerWords.problemSource),
    kind: word(answerWords.problemKind),
    severity: word(answerWords.problemSeverity),
    foundOn: day(),
    state: word(answerWords.problemState).meta({
      description:
        'found：待交办；assigned：整改中；handed-in：待核查；closed：已销号；withdrawn：认定有误，已撤销 / Found and not assigned; being solved; handed in; closed by a second person; withdrawn, as found in error',
    }),
    ownerId: organizationRef().meta({
      description: '责任组织；交办前为问题所在组织 / Who has to solve it; until it is assigned, whom it is about',
    }),
    ownerRole: word(answerWords.problemOwnerRole).nullable(),
    dueOn: day().nullable(),
    due: word(answerWords.problemDue).meta({
      description:
        'overdue：已逾期；soon：七天之内到期；later：尚早；none：现无须责任组织办理 / Over; within a week; later; nothing is awaited from its owner',
    }),
    late: z.boolean().meta({ description: '最近一次提交是否逾期 / Whether it was last handed in behind its last day' }),
    files: z.number().int(),
    reopenings: z.number().int(),
    handedInOn: day().nullable(),
    closedOn: day().nullable(),
    revision: z.number().int(),
  })
  .meta({ id: 'ListedProblem' });

export const problemOut = (one: Problem): AsSaid<z.input<typeof problem>> => ({
  ...one,
  entryId: textOrNone(one.entryId),
  ownerRole: textOrNone(one.ownerRole),
  dueOn: textOrNone(one.dueOn),
  handedInOn: textOrNone(one.handedInOn),
  closedOn: textOrNone(one.closedOn),
});

const step = z
  .object({
    step: word(answerWords.problemStep),
    at: instant(),
    personId: personRef().nullable().meta({
      description: '办理人；不向责任组织透露主管部门的办理人 / Who; of the office it is not told to the owner’s people',
    }),
    role: word(ROLES),
    why: z
      .string()
      .nullable()
      .meta({ description: '所写内容：措施、说明或理由 / What was written: a measure, a note or a reason' }),
    ownerId: organizationRef(),
    dueOn: day()
      .nullable()
      .meta({ description: '此后的期限；未变的为空 / The last day from then on; null: it did not change' }),
    measureId: id().nullable(),
    removed: z.boolean().meta({ description: '该措施是否已撤下 / Whether this measure was taken out' }),
    files: z.array(
      z
        .object({
          sha256: sha256(),
          mediaType: z.string(),
          bytes: z.number().int(),
          destroyedAt: instant().nullable(),
        })
        .meta({ id: 'ProblemFile' }),
    ),
  })
  .meta({ id: 'ProblemStep' });

export const stepOut = ({ text, ...one }: ProblemStep): AsSaid<z.input<typeof step>> => ({
  ...one,
  personId: textOrNone(one.personId),
  why: textOrNone(text),
  dueOn: textOrNone(one.dueOn),
  measureId: textOrNone(one.measureId),
  files: one.files.map((file) => ({ ...file, destroyedAt: textOrNone(file.destroyedAt) })),
});

export const problemAnswer = z
  .object({
    problem,
    explanation: z.string().meta({ description: '问题情况 / What was seen' }),
    steps: z.array(step),
    proposal: z
      .object({
        proposalId: id(),
        role: word(ROLES).meta({
          description:
            '提议人的角色；由另一角色的人办理 / The role of who proposed; somebody of another one carries it out',
        }),
      })
      .nullable()
      .meta({ id: 'ProblemProposal', description: '待办的撤销提议 / The proposal to withdraw it that waits' }),
    tookPart: z.boolean().meta({
      description:
        '本人是否发现、整改或提交过该问题（不能由其销号） / Whether the caller found it, told a measure or handed it in, and can not close it',
    }),
  })
  .meta({ id: 'ProblemTold' });
