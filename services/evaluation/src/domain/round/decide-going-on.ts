import { textRefusal } from '@jiangong/wording';
import { DOCUMENT_NUMBER_CHARACTERS_MAX, GOING_ON_CHOICES_MAX } from '../limits.ts';
import type { RoundFact } from './facts.ts';
import type { Edge } from './going-on-facts.ts';
import { phasesAfter } from './later-phase.ts';
import type { ScoringTerms, SecondPerson } from './proposal.ts';
import type { ScoringRefusal } from './refusals.ts';
import { closedUndecided, isRefused } from './standing.ts';
import { isOutdated, latestResult, type Round } from './state.ts';

type Choice = Extract<ScoringTerms, { act: 'ChooseGoingOn' }>;

/** As many of each group of equal ones as there are places, or more where the template allows it; nobody else, and nobody twice. */
const choiceRefusal = (entryIds: readonly string[], edges: readonly Edge[]): ScoringRefusal | undefined => {
  if (new Set(entryIds).size !== entryIds.length) return { reason: 'CHOICE_TWICE', field: 'terms.entryIds' };
  const stranger = entryIds.findIndex((id) => !edges.some((edge) => edge.entryIds.includes(id)));
  if (stranger !== -1) return { reason: 'CHOICE_NOT_OPEN', field: `terms.entryIds[${stranger}]` };
  for (const { entryIds: open, places, atMost } of edges) {
    const chosen = entryIds.filter((id) => open.includes(id)).length;
    if (chosen > atMost) return { reason: 'CHOICE_TOO_MANY', field: 'terms.entryIds', details: { chosenMax: atMost } };
    if (chosen < places)
      return { reason: 'GOING_ON_TOO_FEW', field: 'terms.entryIds', details: { places, open: open.length } };
  }
  return undefined;
};

/** The body's word about who of equal ones goes on, over the latest result; a later word about the same result takes its place. */
export const chooseGoingOn = (
  round: Round,
  terms: Choice,
  second: SecondPerson,
): readonly RoundFact[] | ScoringRefusal => {
  const live = closedUndecided(round);
  if (isRefused(live)) return live;
  const { phase, minutesNumber } = terms;
  if (!phasesAfter(live.tables, live.phase).some(({ id }) => id === phase))
    return { reason: 'PHASE_UNKNOWN', field: 'terms.phase' };
  const result = latestResult(live);
  if (result === undefined) return { reason: 'RESULT_NOT_COMPUTED', field: 'roundId' };
  if (isOutdated(live)) return { reason: 'RESULT_OUTDATED', field: 'roundId' };
  const edges = (result.edges ?? []).filter((edge) => edge.phase === phase);
  if (edges.length === 0) return { reason: 'CHOICE_NOT_OPEN', field: 'terms.phase' };
  const text = textRefusal(minutesNumber, {
    field: 'terms.minutesNumber',
    charactersMax: DOCUMENT_NUMBER_CHARACTERS_MAX,
    lines: 'one',
  });
  if (text) return text;
  const wrong = choiceRefusal(terms.entryIds, edges);
  if (wrong) return wrong;
  const { resultHash } = result;
  if (live.goingOn.filter((one) => one.result === live.results.length).length >= GOING_ON_CHOICES_MAX)
    return { reason: 'CHOSEN_TOO_OFTEN', field: 'roundId', details: { changesMax: GOING_ON_CHOICES_MAX } };
  const { roundId, editionId } = live;
  const entryIds = [...terms.entryIds].sort();
  return [
    { type: 'GoingOnChosen.v1', data: { roundId, editionId, phase, resultHash, entryIds, minutesNumber, ...second } },
  ];
};
