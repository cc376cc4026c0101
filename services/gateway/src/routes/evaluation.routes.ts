import { factRoutes } from './evaluation/fact-routes.ts';
import { appealRoutes } from './evaluation/appeal-routes.ts';
import { ballotRoutes } from './evaluation/ballot-routes.ts';
import { bonusQuestionRoutes } from './evaluation/bonus-question-routes.ts';
import { bonusRoutes } from './evaluation/bonus-routes.ts';
import { checklistQuestionRoutes } from './evaluation/checklist-question-routes.ts';
import { checklistRoutes } from './evaluation/checklist-routes.ts';
import { contestRoutes } from './evaluation/contest-routes.ts';
import { dealRoutes } from './evaluation/deal-routes.ts';
import { decisionRoutes } from './evaluation/decision-routes.ts';
import { documentRoutes } from './evaluation/document-routes.ts';
import { honourRoutes } from './evaluation/honour-routes.ts';
import { measureQuestionRoutes } from './evaluation/measure-question-routes.ts';
import { measureRoutes } from './evaluation/measure-routes.ts';
import { meetingRoutes } from './evaluation/meeting-routes.ts';
import { talkRoutes } from './evaluation/talk-routes.ts';
import { paperBoxRoutes } from './evaluation/paper-box-routes.ts';
import { voteCodeOfficeRoutes } from './evaluation/vote-code-routes.ts';
import { mySheetRoutes } from './evaluation/my-sheet-routes.ts';
import { namingCorrectionRoutes } from './evaluation/naming-correction-routes.ts';
import { namingRoutes } from './evaluation/naming-routes.ts';
import { officeRoutes } from './evaluation/office-routes.ts';
import { partRoutes } from './evaluation/part-routes.ts';
import { pickerRoutes } from './evaluation/picker-routes.ts';
import { progressRoutes } from './evaluation/progress-routes.ts';
import { proposalRoutes } from './evaluation/proposal-routes.ts';
import { recommendationRoutes } from './evaluation/recommendation-routes.ts';
import { reopeningRoutes } from './evaluation/reopening-routes.ts';
import { resultRoutes } from './evaluation/result-routes.ts';
import { roundOrderRoutes } from './evaluation/round-order-routes.ts';
import { roundQuestionRoutes } from './evaluation/round-question-routes.ts';
import { sheetRoutes } from './evaluation/sheet-routes.ts';
import { stepRoutes } from './evaluation/step-routes.ts';
import type { Route } from './route.ts';

export const evaluationRoutes: readonly Route[] = [
  ...roundOrderRoutes,
  ...roundQuestionRoutes,
  ...partRoutes,
  ...pickerRoutes,
  ...progressRoutes,
  ...proposalRoutes,
  ...reopeningRoutes,
  ...sheetRoutes,
  ...mySheetRoutes,
  ...checklistRoutes,
  ...checklistQuestionRoutes,
  ...officeRoutes,
  ...appealRoutes,
  ...factRoutes,
  ...ballotRoutes,
  ...bonusRoutes,
  ...bonusQuestionRoutes,
  ...contestRoutes,
  ...dealRoutes,
  ...measureRoutes,
  ...meetingRoutes,
  ...talkRoutes,
  ...paperBoxRoutes,
  ...voteCodeOfficeRoutes,
  ...measureQuestionRoutes,
  ...resultRoutes,
  ...stepRoutes,
  ...decisionRoutes,
  ...honourRoutes,
  ...recommendationRoutes,
  ...documentRoutes,
  ...namingRoutes,
  ...namingCorrectionRoutes,
];
