import { isRunning, type PreparedRound, type Round } from '../round/state.ts';
import type { MeetingFact } from './facts.ts';
import { type Meeting, unheld } from './state.ts';

const after = (meeting: Meeting, fact: MeetingFact): Meeting => {
  switch (fact.type) {
    case 'MeetingRecorded.v1': {
      const { recordId, recordedBy: by, kind, heldOn, chair, present, attendance, late, file } = fact.data;
      const waits = { recordId, by, kind, heldOn, chair, present, attendance, late, file };
      return { ...meeting, waits, records: meeting.records + 1 };
    }
    case 'MeetingWithdrawalAsked.v1': {
      const { recordId, askedBy: by } = fact.data;
      return { ...meeting, waits: { recordId, by, kind: 'withdrawal' }, records: meeting.records + 1 };
    }
    case 'MeetingAttested.v1': {
      const { waits } = meeting;
      const isHeld = waits !== null && waits.kind !== 'withdrawal';
      return { ...meeting, stands: isHeld ? { ...waits, attestedBy: fact.data.attestedBy } : null, waits: null };
    }
    case 'MeetingRefuted.v1':
      return { ...meeting, waits: null };
  }
};

/** Folds what was put on record of a round's meetings. */
export const evolveMeetings = (round: PreparedRound, fact: MeetingFact): Round => {
  if (!isRunning(round)) throw new Error(`a meeting's record follows ${round.kind}`);
  const { meetings = [] } = round;
  const { stageId } = fact.data;
  const before = meetings.find((one) => one.stageId === stageId) ?? unheld(stageId);
  return { ...round, meetings: [...meetings.filter((one) => one.stageId !== stageId), after(before, fact)] };
};
