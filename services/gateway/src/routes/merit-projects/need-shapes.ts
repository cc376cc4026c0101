import type { Need, QuotaShare } from '@jiangong/contracts/jiangong/merit_projects/v1/entries';
import { z } from 'zod';
import { answerWords } from '../answer-words.ts';
import { day, slug, word } from '../fields.ts';
import type { AsSaid } from '../route.ts';

/** One line of what a template needs of what is put forward. */
export const need = z
  .object({
    need: slug(),
    item: z.string().meta({
      description: '审核时以此条目作答（answers[].item） / The line as which a review answers it (`answers[].item`)',
    }),
    zh: z.string().meta({ description: '条件（中文） / The need, in Chinese' }),
    en: z.string().meta({ description: '条件（英文） / The need, in English' }),
    verdict: word(answerWords.needVerdict).meta({
      description:
        'met：符合；unmet：不符合；undetermined：平台无法核实，由人认定 / Met; unmet; or the platform does not know and a person says',
    }),
    found: z.array(z.string()).meta({
      description: '查得的情况，空为平台不知 / What was found for each of its tests; empty: not known to the platform',
    }),
    asOf: day().meta({ description: '核定之日 / As of which day' }),
    reviewerSays: word(answerWords.needAnswer)
      .nullable()
      .meta({ description: '审核人的认定；null：尚无 / What a reviewer answered; null: nobody has' }),
    ground: z.string().meta({ description: '认定的依据 / What the answer goes by' }),
  })
  .meta({ id: 'Need' });

export const needs = () =>
  z.array(need).meta({
    description:
      '参评条件及查得的情况：申报前为目前所知，申报后为申报时所核 / What the template needs, with what was found: before declaring as it is known now, afterwards as it was found then',
  });

export const quotaShare = z
  .object({
    quota: z.number().int(),
    taken: z.number().int(),
    onePer: z.number().int(),
    counted: word(answerWords.quotaCounted).meta({
      description:
        'branches：下属党支部；members：所属党员（含预备党员） / Branches below the unit, or Party members who belong to it or below it, on probation too',
    }),
    count: z.number().int().meta({ description: '所计数量 / How many were counted' }),
    asOf: day(),
    stands: z.boolean().meta({
      description:
        '是否已随首次申报核定；否则为目前所知 / Whether it stands, with the first declaration; else as it is known now',
    }),
  })
  .meta({
    id: 'QuotaShare',
    description:
      '按支部数或党员数计算的名额：每 onePer 个一个 / A number of entries in proportion: one for each `onePer` branches or members',
  });

export const needOut = ({ answer, found, ...one }: Need): AsSaid<z.input<typeof need>> => ({
  ...one,
  found: [...found],
  reviewerSays: answer === '' ? null : answer,
});

export const quotaShareOut = (share: QuotaShare | undefined): AsSaid<z.input<typeof quotaShare>> | null =>
  share === undefined ? null : { ...share };
