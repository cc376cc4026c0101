import { z } from 'zod';
import { formed, id, instant, slug, word } from '../fields.ts';
import { editionRef, entryRef, roundRef } from '../naming/index.ts';
import { schemeWord } from './shapes.ts';

/** Boxes of one ballot. */
export const BOXES_MAX = 60;

/** 256 and 32 bytes, in the one way that there is to write them in base64url. */
const SIGNATURE = /^[A-Za-z0-9_-]{341}[AQgw]$/u;
const PUBLIC_KEY = /^[A-Za-z0-9_-]{392}$/u;
const TOKEN = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/u;

export const signature = () => formed(SIGNATURE, 'ballot-bytes').meta({ minLength: 342, maxLength: 342 });
export const token = () => formed(TOKEN, 'ballot-bytes').meta({ minLength: 43, maxLength: 43 });
export const levelWord = slug();

const stageWord = word(['collecting', 'voting', 'closed', 'annulled']).meta({ id: 'BallotStage' });

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
    levels: z.array(z.object({ level: levelWord, nameZh: z.string(), nameEn: z.string() })),
    boxes: z.array(
      z.object({
        boxId: id(),
        entryId: entryRef(),
        title: z.string(),
        publicKey: formed(PUBLIC_KEY, 'ballot-bytes').meta({
          description:
            '票箱公钥（SPKI，base64url），人人所见相同 / The box’s public key (SPKI, base64url), the same for everybody',
        }),
        opens: z.boolean().meta({
          description: '领取凭证不足最低人数的票箱不开启 / False where too few tokens were issued',
        }),
        groups: groups(),
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
        issued: z.number().int(),
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
