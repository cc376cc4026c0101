import type { Refusal } from '@jiangong/event-store';
import { textRefusal } from '@jiangong/wording';
import type { TextReason } from '@jiangong/wording';
import type { Reasons, Terms } from './award.ts';
import { CHOSEN_MAX, DEPARTURES_MAX, REASON_CHARACTERS_MAX } from './limits.ts';
import type { TermsReason } from './refusals.ts';

/** What was decided, in the facts' own spelling. */
export const termsOf = ({ departures, choices, exceeding }: Terms): Terms => ({
  departures: departures.map(({ entryId, rule }) => ({ entryId, rule })),
  choices: choices.map(({ rule, entryIds }) => ({ rule, entryIds: [...entryIds] })),
  exceeding: [...exceeding],
});

/** Every departure, choice and award beyond the plan has a reason in the minutes. */
export const reasonsRefusal = (terms: Terms, reasons: Reasons): Refusal<TermsReason | TextReason> | undefined => {
  if (terms.departures.length > DEPARTURES_MAX)
    return { reason: 'TOO_MANY_DEPARTURES', field: 'departures', details: { departuresMax: DEPARTURES_MAX } };
  const chosen = terms.choices.reduce((sum, { entryIds }) => sum + entryIds.length, 0);
  if (chosen > CHOSEN_MAX || terms.choices.length > DEPARTURES_MAX)
    return { reason: 'CHOICE_TOO_MANY', field: 'choices', details: { chosenMax: CHOSEN_MAX } };
  for (const kind of ['departures', 'choices', 'exceeding'] as const) {
    if (reasons[kind].length !== terms[kind].length) return { reason: 'REASONS_MISSING', field: kind };
    for (const [at, reason] of reasons[kind].entries()) {
      const field = `${kind}[${at}].reason`;
      const refusal = textRefusal(reason, { field, charactersMax: REASON_CHARACTERS_MAX, lines: 'many' });
      if (refusal) return refusal;
    }
  }
  return undefined;
};
