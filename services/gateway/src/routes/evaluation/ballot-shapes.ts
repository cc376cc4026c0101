import { z } from 'zod';
import { formed, id, instant, slug, word } from '../fields.ts';
import { editionRef, entryRef, roundRef } from '../naming/index.ts';
import { schemeWord } from './shapes.ts';

/** Boxes of one ballot. */
export const BOXES_MAX = 240;

/** 256 and 32 bytes, in the one way that there is to write them in base64url. */
const SIGNATURE = /^[A-Za-z0-9_-]{341}[AQgw]$/u;
const PUBLIC_KEY = /^[A-Za-z0-9_-]{392}$/u;
/** 16 bytes. */
const SERIAL = /^[A-Za-z0-9_-]{21}[AQgw]$/u;
const TOKEN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u;

export const signature = () => formed(SIGNATURE, 'ballot-bytes').meta({ minLength: 342, maxLength: 342 });
export const token = () => formed(TOKEN, 'ballot-bytes').meta({ minLength: 43, maxLength: 43 });
/** A box's public key (SPKI, base64url). */
export const publicKey = () =>
  formed(PUBLIC_KEY, 'ballot-bytes').meta({
    description:
      '票箱公钥（SPKI，base64url），人人所见相同 / The box’s public key (SPKI, base64url), the same for everybody',
  });
export const levelWord = slug();

/** What may be chosen, by its names. */
export const levelShape = z.object({ level: levelWord, nameZh: z.string(), nameEn: z.string() });

/** Answers on one paper. */
const MARKS_MAX = 240;

/** The answers of a paper. */
export const marks = () =>
  z
    .array(
      z.strictObject({
        entryId: id(),
        question: slug().optional(),
        level: levelWord,
        serial: formed(SERIAL, 'ballot-bytes').meta({
          minLength: 22,
          maxLength: 22,
          description:
            '投票人为这一个回答单独生成的 16 字节随机编号：开箱后凭它能找到这一个回答，却看不出与哪些回答同在一张选票上 / 16 random bytes made for this answer alone: by them it is found after the opening, and not with which others it stood on one paper',
        }),
      }),
    )
    .max(MARKS_MAX);

export const stageWord = word(['collecting', 'voting', 'closed', 'annulled']).meta({ id: 'BallotStage' });

const group = z
  .object({
    electorate: schemeWord,
    nameZh: z.string(),
    nameEn: z.string(),
    withSuperior: z.boolean().meta({
      description:
        '人数过少，在发放凭证之前已与上级所属全体合并 / Too small by itself: joined with all that its superior has before a token was issued',
    }),
  })
  .meta({ id: 'BallotGroup' });

const groups = () =>
  z.array(group).meta({
    description:
      '此票箱属于哪些投票人组；合并的有几组，不分组的为空 / The groups of voters whose box it is: several where they were joined, none where there is one',
  });

export const myBallot = z
  .object({
    ballotId: id(),
    roundId: roundRef(),
    editionId: editionRef(),
    sourceId: schemeWord,
    stage: stageWord,
    issueUntil: instant().meta({ description: '领取凭证截止、票箱开启的时刻 / When issuing ends and the box opens' }),
    closesAt: instant(),
    collected: z.boolean().meta({
      description:
        '本人的凭证是否已经发放；是否投过票，无人知道 / Whether the caller has his tokens; whether he has voted nobody knows',
    }),
    levels: z.array(levelShape),
    questions: z.array(z.object({ question: slug(), nameZh: z.string(), nameEn: z.string() })).meta({
      description:
        '对每个对象所问的问题；只问一个时为空 / What is asked of each entry; none where there is one question',
    }),
    isOnPapers: z.boolean().meta({
      description:
        '是否几个回答合为一张选票投出（marks）；否则一张选票是一个等次（level） / Whether several answers are handed in together (marks); else a ballot is one level',
    }),
    boxes: z.array(
      z.object({
        boxId: id(),
        entryId: entryRef(),
        title: z.string(),
        publicKey: publicKey(),
        opens: z.boolean().meta({
          description: '领取凭证不足最低人数的票箱不开启 / False where too few tokens were issued',
        }),
        groups: groups(),
        entries: z
          .array(z.object({ entryId: entryRef(), title: z.string() }))
          .meta({ description: '选票所评的对象：一个，或同在一张选票上的几个 / What its papers are about' }),
        fullMost: z.number().int().nullable().meta({
          description:
            '一张选票上最高等次至多几个；不限的为 null / How many answers of one paper may be the highest level; null: as many as one likes',
        }),
      }),
    ),
  })
  .meta({ id: 'MyBallot' });

export const ballotTurnout = z
  .object({
    ballotId: id(),
    sourceId: schemeWord,
    stage: stageWord,
    issueUntil: instant(),
    turnoutFloor: z.number().int().meta({ description: '单位：万分之一 / In basis points' }),
    least: z.number().int(),
    voters: z.number().int().meta({ description: '已领取凭证的人数 / Voters who have their tokens' }),
    boxes: z.array(
      z.object({
        boxId: id(),
        entryId: entryRef(),
        title: z.string(),
        issued: z.number().int().meta({
          description:
            '已发凭证数；凭投票码投票的为已用码数，开箱前按五张一档显示 / Tokens issued; where the public votes by codes, codes used, in steps of five until the box is closed',
        }),
        cast: z.number().int().meta({
          description: '开箱前按五张一档显示，只舍不入 / In steps of five, rounded down, until the box is closed',
        }),
        standing: word(['waiting', 'counted', 'VOTERS_BELOW_MINIMUM', 'TURNOUT_BELOW_FLOOR']).meta({
          id: 'BallotStanding',
        }),
        groups: groups(),
      }),
    ),
  })
  .meta({ id: 'BallotTurnout' });
