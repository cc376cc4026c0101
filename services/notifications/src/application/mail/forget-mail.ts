import type { ProcessManager } from '@jiangong/messaging';
import type { MailBoxes } from './mail-boxes.ts';

/** Whoever is erased has no address here any more, no preferences, and no deliveries. */
export const forgetMail = (boxes: Pick<MailBoxes, 'forget'>): ProcessManager => ({
  name: 'forget-mail',
  contexts: ['membership'],
  handle: async ({ type, data }) => {
    if (type === 'membership.PersonErased.v1') await boxes.forget((data as Readonly<{ personId: string }>).personId);
  },
});
