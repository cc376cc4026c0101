import { forgetSheets, keepOutbox, keepsSheets, keptOutboxes } from './kept-sheets.ts';
import { acknowledged, takeUp, waitingIn } from './outbox.ts';
import { sendMarks } from './send.ts';
import { endOpenSheet, flushOpenSheet } from './use-saver.ts';

/** Sends what other windows or earlier sign-ins of this person left here. Answers how many marks could not be brought to the platform. */
const sendAll = async (personId: string): Promise<number> => {
  await flushOpenSheet();
  let left = 0;
  for (const kept of await keptOutboxes()) {
    if (kept.personId !== personId) continue;
    const outbox = takeUp(kept.outbox, crypto.randomUUID());
    if (outbox.sending === null) continue;
    const sent = await sendMarks(kept.roundId)(outbox.sending);
    if (sent.kind === 'done') await keepOutbox(kept.roundId, personId, acknowledged(outbox, sent.revision));
    left += sent.kind === 'done' ? 0 : waitingIn(outbox).length;
  }
  return left;
};

/** Before signing out: everything is brought to the platform and nothing is left here. Answers how many marks stand against it. */
export const leaveSheets = async (personId: string): Promise<number> => {
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
