import { createHash } from 'node:crypto';
import { FIRST_OFFICER, LEADERS } from '../../world/people.ts';
import { expectRefusal } from '../expect-refusal.ts';
import type { Play } from '../play.ts';

export type Departed = Readonly<{ entryId: string; rule: string; reason: string }>;

export type Meeting = Readonly<{
  /** A round's id, or a naming's. */
  roundId: string;
  /** What the story calls it. */
  name: string;
  resultHash: string;
  minutesNumber: string;
  meetingOn: string;
  departures: readonly Departed[];
}>;

/** How many of the leadership came, and so many of them must attest: more than half. */
export const PRESENT = LEADERS - 1;
export const ATTESTING = Math.floor(PRESENT / 2) + 1;

const leaders = (play: Play, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => play.person(`leader-${index + 1}`));

/** The minutes as a file: its content is invented, its hash binds it. */
const fileOf = ({ name, minutesNumber, meetingOn }: Meeting): string =>
  createHash('sha256').update(`${minutesNumber} ${meetingOn} ${name}`).digest('hex');

/** The officer writes the meeting down; leaders attest, each signed in; one who was not there can not. Answers the decision's id. */
export const meet = async (play: Play, meeting: Meeting): Promise<string> => {
  const { roundId, name, resultHash, minutesNumber, meetingOn, departures } = meeting;
  const path = `/v1/rounds/${roundId}`;
  const minutes = (present: number) => ({
    resultHash,
    minutesNumber,
    meetingOn,
    present: leaders(play, present),
    file: fileOf(meeting),
    departures,
  });
  const officer = play.as(FIRST_OFFICER);
  await expectRefusal(officer, 'QUORUM_NOT_REACHED', {
    method: 'POST',
    path: `${path}/minutes`,
    key: play.key(`no quorum ${name}`),
    body: minutes(1),
  });
  const { decisionId } = await officer.order<{ decisionId: string }>({
    path: `${path}/minutes`,
    key: play.key(`minutes ${name}`),
    body: minutes(PRESENT),
  });
  const attestations = `${path}/decisions/${decisionId}/attestations`;
  await expectRefusal(play.as(`leader-${LEADERS}`), 'NOT_PRESENT', {
    method: 'POST',
    path: attestations,
    key: play.key(`absent ${name}`),
  });
  for (let index = 1; index <= ATTESTING; index++) {
    const { inForce } = await play
      .as(`leader-${index}`)
      .order<{ inForce: boolean }>({ path: attestations, key: play.key(`attest ${name} ${index}`) });
    if (inForce !== (index === ATTESTING)) throw new Error(`${name}: in force after ${index} attestations: ${inForce}`);
  }
  return decisionId;
};
