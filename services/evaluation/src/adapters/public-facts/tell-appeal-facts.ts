import * as told from '@jiangong/contracts/jiangong/evaluation/events/v1/round_events';
import type { AppealFact } from '../../domain/appeal/facts.ts';
import { tell, tellNamed, type Told } from './told.ts';

/** Of appeals that one was filed, withdrawn, decided or taken up again; nothing of what, and of nobody. */
export const tellAppealFact = (fact: AppealFact): Told => {
  switch (fact.type) {
    case 'AppealFiled.v1':
      return [
        ...tell('AppealFiled', told.AppealFiled, fact.data),
        ...tellNamed(fact.data, [fact.data.entryId], fact.data.evidence),
      ];
    case 'AppealWithdrawn.v1':
      return tell('AppealWithdrawn', told.AppealWithdrawn, fact.data);
    case 'AppealDecided.v1':
      return tell('AppealDecided', told.AppealDecided, fact.data);
    case 'AppealReopened.v1':
      return tell('AppealReopened', told.AppealReopened, fact.data);
    case 'AppealWindowSet.v1':
      return [];
  }
};
