import * as told from '@jiangong/contracts/jiangong/evaluation/events/v1/decision_events';
import * as evaluation from '@jiangong/contracts/jiangong/evaluation/events/v1/evaluation_events';
import type { ProjectedEvent } from '@jiangong/read-models';
import { DECISION_STREAMS, HONOUR_STREAMS, RECOMMENDATION_STREAMS } from '../../application/streams.ts';
import type { DecisionFact } from '../../domain/decision/facts.ts';
import { isTakenFact, type Honour, type TakenFact } from '../../domain/decision/taken-facts.ts';
import type { HonourFact, HonourPlace } from '../../domain/honour/facts.ts';
import type { RecommendationFact } from '../../domain/recommendation/facts.ts';
import type { NamingFact } from '../../domain/naming/facts.ts';
import { tell, type Told } from './told.ts';

const toldHonour = (honour: Honour): told.Honour => ({
  honourId: honour.honourId,
  code: honour.code,
  kind: honour.kind,
  level: honour.level,
  rule: honour.grade.id,
  gradeZh: honour.grade.zh,
  gradeEn: honour.grade.en,
  to: honour.to,
  seriesId: honour.seriesId,
  grantedBy: honour.grantedBy,
  holderKind: honour.holder.kind,
  holderId: honour.holder.id,
  entryId: honour.entryId ?? '',
  homeId: honour.homeId,
  rank: honour.basis.rank ?? 0,
  awardYear: honour.awardYear,
  until: honour.until ?? '',
});

const tellMinutes = (fact: DecisionFact): Told => {
  switch (fact.type) {
    case 'MinutesRecorded.v1': {
      const { roundId, editionId, decisionId, committeeId, minutesNumber, body, unitId = '' } = fact.data;
      const presentPersonIds = body.filter(({ present }) => present).map(({ personId }) => personId);
      const data = { roundId, editionId, decisionId, committeeId, minutesNumber, presentPersonIds, unitId };
      return tell('MinutesRecorded', told.MinutesRecorded, data);
    }
    case 'MinutesAttested.v1':
      return tell('MinutesAttested', told.MinutesAttested, fact.data);
    case 'MinutesWithdrawn.v1':
      return tell('MinutesWithdrawn', told.MinutesWithdrawn, fact.data);
  }
};

/** What is told of a decision in a round's own stream: nothing of its awards before the circular. */
export const tellTaken = (fact: TakenFact): Told => {
  switch (fact.type) {
    case 'DecisionTaken.v1':
      return tell('DecisionTaken', evaluation.DecisionTaken, { ...fact.data, unitId: fact.data.unitId ?? '' });
    case 'DecisionAnnulled.v1': {
      const { roundId, editionId, decisionId, documentNumber, honourIds, unitId = '' } = fact.data;
      const data = { roundId, editionId, decisionId, documentNumber: documentNumber ?? '', honourIds, unitId };
      return tell('DecisionAnnulled', told.DecisionAnnulled, data);
    }
    case 'ProposalPublished.v1': {
      const { proposed, unitId = '', ...notice } = fact.data;
      const entryIds = [...new Set(proposed.flatMap(({ entryId }) => (entryId === null ? [] : [entryId])))];
      const named = proposed.map(({ code, rule, holder, entryId }) => ({
        code,
        rule,
        holderKind: holder.kind,
        holderId: holder.id,
        entryId: entryId ?? '',
      }));
      return tell('ProposalPublished', told.ProposalPublished, { ...notice, unitId, entryIds, proposed: named });
    }
    case 'CircularIssued.v1': {
      const { honours, unitId = '', ...issued } = fact.data;
      return tell('CircularIssued', told.CircularIssued, { ...issued, unitId, honours: honours.map(toldHonour) });
    }
    case 'ObjectionHeard.v1':
    case 'ObjectionAnswered.v1':
      return [];
  }
};

const placed = ({ holder, entryId, ...data }: HonourPlace) => ({
  ...data,
  holderKind: holder.kind,
  holderId: holder.id,
  entryId: entryId ?? '',
});

const tellHonour = (fact: HonourFact): Told => {
  switch (fact.type) {
    case 'HonourWithdrawn.v1': {
      const { honourId, reason, effectiveOn } = fact.data;
      return tell('HonourWithdrawn', told.HonourWithdrawn, { ...placed(fact.data), honourId, reason, effectiveOn });
    }
    case 'HonourRestored.v1': {
      const { honourId, effectiveOn } = fact.data;
      return tell('HonourRestored', told.HonourRestored, { ...placed(fact.data), honourId, effectiveOn });
    }
    case 'PlaqueRecalled.v1':
      return tell('PlaqueRecalled', told.PlaqueRecalled, fact.data);
    case 'HonourGranted.v1':
    case 'HonourRechecked.v1':
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
    case 'PlaqueReturned.v1':
      return [];
  }
};

const tellRecommendation = (fact: RecommendationFact): Told => {
  switch (fact.type) {
    case 'EntryPutForward.v1':
      return tell('EntryPutForward', told.EntryPutForward, fact.data);
    case 'PutForwardTakenBack.v1':
      return tell('PutForwardTakenBack', told.PutForwardTakenBack, fact.data);
    case 'OutsideDecisionRecorded.v1':
      return tell('OutsideDecisionRecorded', told.OutsideDecisionRecorded, fact.data);
    case 'OutsideDecisionWithdrawn.v1':
      return tell('OutsideDecisionWithdrawn', told.OutsideDecisionWithdrawn, fact.data);
    case 'PutForwardCorrected.v1':
    case 'ActProposed.v1':
    case 'ProposalRejected.v1':
      return [];
  }
};

const tellNaming = (fact: Exclude<NamingFact, TakenFact>): Told => {
  switch (fact.type) {
    case 'NamingComputed.v1':
      return tell('NamingComputed', told.NamingComputed, fact.data);
    case 'NamingOutdated.v1':
      return tell('NamingOutdated', told.NamingOutdated, fact.data);
    case 'ActProposed.v1': {
      const { roundId, editionId, proposalId, terms } = fact.data;
      if (terms.act === 'CorrectNaming') return [];
      return tell('AnnulmentProposed', told.AnnulmentProposed, {
        roundId,
        editionId,
        proposalId,
        decisionId: terms.decisionId,
      });
    }
    case 'SubjectsLookedAt.v1':
    case 'NamingCorrected.v1':
    case 'ProposalRejected.v1':
      return [];
  }
};

/** What a naming puts forward is no entry of an edition: nobody is to look for one. */
const ofNobody = (fact: TakenFact): TakenFact =>
  fact.type === 'ProposalPublished.v1'
    ? { ...fact, data: { ...fact.data, proposed: fact.data.proposed.map((one) => ({ ...one, entryId: null })) } }
    : fact;

/** A naming's decision is its own matter: what an edition's decision sets going does not follow from it. */
const tellTakenOfNaming = (fact: TakenFact): Told =>
  fact.type === 'DecisionTaken.v1' ? [] : tellTaken(ofNobody(fact));

/** What is told of decisions, honours and namings; a round's own facts of a decision are told by `tellTaken`. */
export const tellDecisionFacts = ({ stream, type, data }: ProjectedEvent): Told => {
  const fact = { type, data };
  if (stream.startsWith(DECISION_STREAMS)) return tellMinutes(fact as DecisionFact);
  if (stream.startsWith(HONOUR_STREAMS)) return tellHonour(fact as HonourFact);
  if (stream.startsWith(RECOMMENDATION_STREAMS)) return tellRecommendation(fact as RecommendationFact);
  const naming = fact as NamingFact;
  return isTakenFact(naming) ? tellTakenOfNaming(naming) : tellNaming(naming);
};
