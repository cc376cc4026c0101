import type { Said } from '../words.ts';
import type { destroyingZh } from '../zh/destroying.ts';

/** Destroying one file by two persons, English. */
export const destroyingEn: Said<typeof destroyingZh> = {
  destroying: {
    propose: 'Propose to destroy',
    title: 'Propose to destroy a file',
    lead: 'For a file that was added by mistake, such as a picture with somebody’s identity number or address. A person of another role carries it out; then its content is kept no longer, can not be brought back, and the same file can not be added again. In the reason say what is wrong, and copy no personal data.',
    done: 'Proposed; a second person carries it out',
    proposed: 'Proposed to be destroyed; waits for a second person',
    gone: 'Destroyed ({{date}}); its content is kept no longer',
    last: 'After this, no project that names the file can open it; its hash and the reason are kept. This can not be undone.',
    look: 'Look at the file first',
  },
};
