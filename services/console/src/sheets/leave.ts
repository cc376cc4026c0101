import { bring } from './bring.ts';
import { forgetSheets, keepOutbox, keepsSheets, keptOutboxes } from './kept-sheets.ts';
import { waitingIn } from './outbox.ts';
import { sendMarks } from './send.ts';
import { endOpenSheet, flushOpenSheet } from './use-saver.ts';

/** Sends what other windows or earlier sign-ins of this person left here. Answers how many marks could not be brought to the platform: all, while nobody knows whose they are. */
const sendAll = async (personId: string | undefined): Promise<number> => {
  await flushOpenSheet();
  let left = 0;
  for (const { roundId, personId: owner, outbox } of await keptOutboxes()) {
    if (personId === undefined) left += waitingIn(outbox).length;
    else if (owner === personId)
      left += await bring(outbox, {
        send: sendMarks(roundId),
        keep: async (brought) => keepOutbox(roundId, personId, brought),
      });
  }
  return left;
};

/** Before signing out: everything is brought to the platform and nothing is left here. Answers how many marks stand against it. */
export const leaveSheets = async (personId: string | undefined): Promise<number> => {
  if (!(await keepsSheets())) return 0;
  const left = await sendAll(personId);
  if (left === 0) await dropSheets();
  return left;
};

/** Leaves nothing here, even what the platform has not. */
export const dropSheets = async (): Promise<void> => {
  endOpenSheet();
  await forgetSheets();
};
