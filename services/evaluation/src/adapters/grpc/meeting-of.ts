import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/evaluation_service';
import type { Meeting } from '../../domain/meeting.ts';

/** The meeting of a request; an absent one is empty and will be refused by the rule book. */
export const meetingOf = (meeting: rpc.Meeting | undefined): Meeting => ({
  minutesNumber: meeting?.minutesNumber ?? '',
  heldOn: meeting?.heldOn ?? '',
  present: meeting?.present ?? [],
});
