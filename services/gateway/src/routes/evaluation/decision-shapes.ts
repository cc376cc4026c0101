import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, id, instant, line, prose, sha256, slug, word } from '../fields.ts';
import { entryRef, organizationRef, personRef } from '../naming/index.ts';
import { publisherWord } from './shapes.ts';

const REASON_CHARS_MAX = 1_000;
const NUMBER_CHARS_MAX = 100;

export const why = prose(REASON_CHARS_MAX);
export const documentNumber = line(NUMBER_CHARS_MAX);

/** An id of the template: of a rule, a notice. */
export const templateWord = z
  .string()
  .regex(/^[0-9a-z][0-9a-z-]{0,63}$/u, 'must be lower-case letters, digits and hyphens');

const reason = z.string();

export const awards = z
  .object({
    entries: z.array(
      z.object({
        entryId: id(),
        unitId: organizationRef(),
        title: z.string(),
        award: z.string().meta({ description: '长期不变的代码 / The lasting code' }),
        grade: slug().meta({ description: '模板中的规则 / The rule of the template' }),
        gradeZh: z.string(),
        gradeEn: z.string(),
        rank: z.number().int(),
        shared: z.boolean(),
        departed: z
          .boolean()
          .meta({ description: '研究确定时偏离排序的为真 / True where the body departed from the ranking' }),
      }),
    ),
    leaders: z.array(z.object({ personId: personRef(), entryId: entryRef(), award: z.string(), grade: slug() })),
    organizations: z.array(
      z.object({
        organizationId: organizationRef(),
        award: z.string(),
        grade: slug(),
        place: z.number().int(),
        shared: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Awards' });

export const decision = z
  .object({
    decisionId: id(),
    state: word(answerWords.decisionState).meta({
      description:
        '已登记（recorded）、生效（in-force）、已表彰（commended）、已撤销（annulled）、已收回（withdrawn）或已被取代（overtaken） / recorded, in-force, commended, annulled, withdrawn or overtaken',
    }),
    basis: word(answerWords.decisionBasis).meta({ description: '结果（result）或名单（list） / result or list' }),
    resultHash: sha256().nullable(),
    minutesNumber: z.string(),
    meetingOn: day(),
    file: sha256().meta({ description: '会议纪要文件的 SHA-256 / SHA-256 of the minutes as a file' }),
    committeeId: organizationRef(),
    body: z.array(
      z.object({
        personId: personRef(),
        present: z.boolean(),
        attested: z.boolean(),
        recused: z.array(z.object({ entryId: entryRef(), cause: word(answerWords.recusalInDecision) })),
      }),
    ),
    attestationsNeeded: z.number().int(),
    departures: z.array(z.object({ entryId: entryRef(), rule: slug(), reason })),
    choices: z.array(z.object({ rule: slug(), entryIds: z.array(entryRef()), reason })),
    exceeding: z.array(z.object({ rule: slug(), reason })),
    awards,
    changes: z.array(z.object({ entryId: entryRef(), before: z.number().int(), after: z.number().int() })).meta({
      description:
        '研究确定前因更正而变动的名次数；0 为无 / Ranks that corrections changed before the decision; 0 for none',
    }),
    proposals: z.array(
      z.object({
        proposalId: id(),
        act: word(answerWords.decisionProposal),
        proposedBy: personRef(),
        role: word(answerWords.role),
        proposedAt: instant(),
        reason,
        why: z.string(),
      }),
    ),
    noticeEndsAt: instant().nullable(),
    objectionsOpen: z.number().int(),
    unitId: organizationRef().nullable().meta({
      description: '由单位研究确定的，为该单位 / The unit whose part it decides; null where one body decides over all',
    }),
    superiorReason: z.string().nullable().meta({
      description: '上级代为研究的理由；其他情形为空 / Why the body above decided for the unit; null otherwise',
    }),
    noticeReason: z.string().nullable().meta({
      description: '上级代为公示的理由；其他情形为空 / Why the office above published it for the unit; null otherwise',
    }),
    circularReason: z.string().nullable().meta({
      description: '上级代为通报的理由；其他情形为空 / Why the office above issued it for the unit; null otherwise',
    }),
    publisher: publisherWord.nullable(),
    makers: z.array(word(answerWords.maker)).meta({
      description:
        '由单位自行公示（notice）、通报（commend）的事项；其余由上级办公室办理 / What the unit makes known itself, notice or commend; the office does the rest',
    }),
  })
  .meta({ id: 'Decision' });

type Deep<T> = T extends readonly (infer E)[] ? Deep<E>[] : T extends object ? { [K in keyof T]: Deep<T[K]> } : T;

/** A message as plain JSON, its lists open to the answer's schema. */
export const plain = <T extends object>(message: T): Deep<T> => structuredClone(message) as Deep<T>;
