import type { CallContext } from '@jiangong/service-host';
import type { SheetFact } from '../domain/sheet/facts.ts';
import { paperSheet } from '../domain/sheet/paper-sheet.ts';
import type { SheetRefusal } from '../domain/sheet/refusals.ts';
import type { Printing } from '@jiangong/documents';
import type { Decisions } from './decisions.ts';
import type { SheetForm } from './make-sheet-form.ts';
import { receiptOfMine } from './my-sheets.ts';
import { ownContents } from './own-contents.ts';
import { type Outcome, refusal } from './reasons.ts';

type Printed = SheetForm | Extract<Outcome<SheetFact, SheetRefusal>, { kind: 'refused' }>;

/** The caller's own sheet as PDF. Kept nowhere: a draft's marks stand under a key of their own, and nowhere in the clear. */
export const printMySheet =
  (decisions: Decisions, printing: Printing) =>
  async ({ roundId, blank }: Readonly<{ roundId: string; blank: boolean }>, call: CallContext): Promise<Printed> => {
    const found = await ownContents(decisions, roundId, call);
    if (found === undefined) return { kind: 'refused', refusal: { reason: 'NOT_AN_EVALUATOR', field: 'roundId' } };
    const { mine, contents } = found;
    const submitted = await receiptOfMine(decisions)(roundId, call);
    const receipt = submitted && {
      submittedAt: submitted.submission.submittedAt,
      marks: submitted.submission.markCount,
      sealedHash: submitted.event.hash,
    };
    const paper = paperSheet({ contents, blank, receipt: receipt ?? null, madeAt: call.now });
    const content = await printing.print(paper, 'pdf');
    if (content === 'busy') return refusal('DOCUMENTS_BUSY', 'roundId');
    return { content, revision: mine.revision, name: contents.heading };
  };
