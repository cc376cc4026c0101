import type { Talk, TalkRecord } from '@jiangong/contracts/jiangong/evaluation/v1/talk_service';
import { z } from 'zod';
import { day, id, instant, optionalProse, prose, word } from '../fields.ts';
import { entryRef, personRef } from '../naming/index.ts';
import type { AsSaid } from '../route.ts';
import { schemeWord } from './shapes.ts';

const WHY_CHARS_MAX = 1_000;

export const talkParams = z.strictObject({ roundId: id(), entryId: id(), rule: schemeWord });
export const talkRecordParams = talkParams.extend({ recordId: id() });
export const talkWhy = prose(WHY_CHARS_MAX).meta({ description: '事由 / Why' });

export const talkBody = z.strictObject({
  heldOn: day().meta({ description: '谈话日期，晚于期限的记为逾期 / The day; behind the last day it is late' }),
  why: optionalProse(WHY_CHARS_MAX).default('').meta({
    description: '更正的事由；首次登记为空 / Why the record is corrected; empty of a first record',
  }),
});

const record = z
  .object({
    recordId: id(),
    kind: word(['held', 'correction']).meta({
      id: 'TalkRecordedAs',
      description: 'held：首次登记；correction：更正记录 / Held; or the record is corrected',
    }),
    heldOn: day(),
    late: z.boolean().meta({ description: '晚于期限 / Held after its last day' }),
    heldBy: personRef(),
    recordedAt: instant(),
    why: z.string().nullable(),
    confirmedBy: personRef().nullable(),
  })
  .meta({ id: 'TalkRecord' });

const ended = z
  .object({
    how: word(['refuted', 'withdrawn']).meta({
      id: 'TalkEndedBy',
      description:
        'refuted：被谈话方否认；withdrawn：登记机关撤回 / Refuted by whoever is said to have been talked with; withdrawn by whoever holds talks',
    }),
    by: personRef(),
    at: instant(),
    why: z.string().nullable(),
  })
  .meta({ id: 'TalkEnded' });

export const talk = z
  .object({
    entryId: entryRef(),
    title: z.string(),
    rule: schemeWord,
    ruleName: z.object({ zh: z.string(), en: z.string() }),
    dueOn: day().nullable().meta({ description: '谈话期限 / The last day by which it is held' }),
    isBehind: z.boolean().meta({ description: '期限已过而没有谈话记录 / That day is over, and no talk is on record' }),
    stands: record.nullable().meta({ description: '记录在案的谈话 / What stands on record' }),
    ended: ended.nullable().meta({ description: '上一份记录如何失效 / How the last record ended, where none stands' }),
    mayHold: z.boolean().meta({ description: '由本人登记 / Whether the caller holds it' }),
    mayConfirm: z.boolean().meta({ description: '由本人确认 / Whether the caller confirms or refutes what stands' }),
  })
  .meta({ id: 'Talk' });

const empty = (text: string): string | null => (text === '' ? null : text);

const recordOut = ({ kind, why, confirmedBy, ...of }: TalkRecord): AsSaid<z.input<typeof record>> => ({
  ...of,
  kind,
  why: empty(why),
  confirmedBy: empty(confirmedBy),
});

export const talkOut = ({ ruleZh, ruleEn, dueOn, stands, ended: end, ...of }: Talk): AsSaid<z.input<typeof talk>> => ({
  ...of,
  ruleName: { zh: ruleZh, en: ruleEn },
  dueOn: empty(dueOn),
  stands: stands === undefined ? null : recordOut(stands),
  ended: end === undefined ? null : { ...end, why: empty(end.why) },
});
