import { createHash } from 'node:crypto';
import { FIRST_OFFICER } from '../../demo/world/people.ts';
import type { PlayedEdition, StageDays } from '../edition.ts';
import { PRESENT } from './counting.ts';
import { findRound } from './scoring.ts';

type Meetings = Readonly<{
  items: readonly Readonly<{
    stageId: string;
    stands: Readonly<{ attendance: number; late: boolean }> | null;
    waits: Readonly<{ recordId: string }> | null;
  }>[];
}>;

const LEADERS = ['leader-1', 'leader-2', 'leader-3'] as const;
const [CHAIR, SECOND] = LEADERS;

/**
 * The leaders meet on the last day of the stage, and the office writes it down: wrongly at first, which a leader who was there refutes; then one
 * person too few, which he attests, and which is corrected with a reason and attested by another.
 */
export const holdMeeting = async (edition: PlayedEdition, stage: StageDays): Promise<void> => {
  const phase = edition.stages.find((one) => one.with === stage.id && one.phase !== null)?.phase ?? '';
  const path = `/v1/rounds/${await findRound(edition, phase)}/meetings`;
  const of = `${path}/${stage.id}/records`;
  const held = {
    ...{ heldOn: stage.closesOn, chairId: edition.play.person(CHAIR), place: '机关大楼一楼会议室（虚构）' },
    present: LEADERS.map((leader) => edition.play.person(leader)),
    file: createHash('sha256').update(`${edition.name} 会议记录`, 'utf8').digest('hex'),
  };
  const record = async (kind: string, attendance: number, why?: string): Promise<string> => {
    const body = { ...held, kind, attendance, ...(why === undefined ? {} : { why }) };
    return (await edition.order<{ recordId: string }>(FIRST_OFFICER, of, body)).recordId;
  };
  const wrong = await record('held', 0);
  await edition.order(SECOND, `${of}/${wrong}/refutation`, { why: '漏记与会党员人数（虚构）。' });
  await edition.order(CHAIR, `${of}/${await record('held', PRESENT - 1)}/attestation`);
  const corrected = await record('correction', PRESENT, '漏记一名与会党员（虚构）。');
  await edition.order(SECOND, `${of}/${corrected}/attestation`);
  const { items } = await edition.get<Meetings>(FIRST_OFFICER, path);
  const stands = items.find(({ stageId }) => stageId === stage.id)?.stands;
  if (stands?.attendance !== PRESENT || stands.late)
    throw new Error(`${edition.name}: the meeting that stands is not the one that was held`);
};
