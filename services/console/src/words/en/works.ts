import type { Said } from '../words.ts';
import type { worksZh } from '../zh/works.ts';

/** Texts of works that the public enters by a code, English. */
export const worksEn: Said<typeof worksZh> = {
  works: {
    title: 'Enter a work by a code',
    lead: 'One work by the code that the office handed out, without an account. Until entering closes the same code changes it or takes it back.',
    visitor: 'Enter, change or take back a work by its code',
    code: 'Code',
    open: 'Go on',
    unit: 'Unit',
    until: 'Open until',
    closed: 'Nothing can be entered or changed now.',
    track: 'Category',
    name: 'Title of the work',
    summary: 'About the work',
    authorName: 'Name of the author',
    authorContact: 'Telephone or e-mail',
    privacy:
      'Name and contact are kept encrypted. The office alone reads them, no evaluator does, and they are erased when you ask.',
    file: 'File of the work ({{name}})',
    anyFile: 'File of the work',
    fileHint: 'At most 20 MB a file; choose it again with each change.',
    submit: 'Hand in',
    change: 'Hand in the change',
    now: 'Handed in',
    version: 'Handed in {{count}} times',
    returned: 'The office returned it to be mended: {{reasons}}',
    receipt: 'Receipt',
    receiptLead: 'Print it or take a picture. The platform never shows the code again: keep it.',
    number: 'Number of the work',
    proof: 'Hash of record',
    print: 'Print the receipt',
    withdraw: 'Take back',
    why: 'Why it is taken back',
    withdrawn: 'It is taken back, and may be entered again until entering closes.',
    erase: 'Erase name and contact',
    eraseLead: 'This can not be undone. The work stays; the office can reach you no more.',
    erased: 'Name and contact are erased.',
  },
};
