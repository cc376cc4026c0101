import type { StoredEvent } from '@jiangong/event-store';
import { ROLE_NAMES } from '@jiangong/access';
import type { HistoryChange, ToldFact } from '@jiangong/service-host';
import type { PersonFact } from '../domain/facts.ts';

type Words = Readonly<{ zh: string; en: string }>;

const STAGES: Readonly<Record<string, Words>> = {
  none: { zh: '非党员', en: 'no member' },
  applicant: { zh: '入党申请人', en: 'applicant' },
  activist: { zh: '入党积极分子', en: 'activist' },
  candidate: { zh: '发展对象', en: 'candidate' },
  probationary: { zh: '预备党员', en: 'probationary member' },
  full: { zh: '正式党员', en: 'full member' },
};

/** A stage that has no word here yet is told by its own name. */
const stage = (name: string): Words => STAGES[name] ?? { zh: name, en: name };

const at = (id: string) => ({ kind: 'organization', id }) as const;

const movedFrom = (field: string, before: string, after: string): readonly HistoryChange[] =>
  before === after ? [] : [{ field, stageId: '', before, after }];

const ENDS: Readonly<Record<'carried-out' | 'lapsed' | 'withdrawn', Words>> = {
  'carried-out': { zh: '预定事项到期办理', en: 'What was scheduled was carried out' },
  lapsed: { zh: '预定事项到期未能办理', en: 'What was scheduled could not take place' },
  withdrawn: { zh: '撤回预定事项', en: 'What was scheduled was taken back' },
};

type StageTold = Extract<
  PersonFact,
  {
    type:
      | 'StageRecorded.v1'
      | 'ApplicationReceived.v1'
      | 'ActivistNamed.v1'
      | 'CandidateNamed.v1'
      | 'AdmittedOnProbation.v1'
      | 'ProbationExtended.v1'
      | 'ConfirmedAsFullMember.v1'
      | 'PersonExited.v1'
      | 'StageCorrected.v1'
      | 'ExitCorrected.v1';
  }
>;

const STAGE_TYPES = [
  'StageRecorded.v1',
  'ApplicationReceived.v1',
  'ActivistNamed.v1',
  'CandidateNamed.v1',
  'AdmittedOnProbation.v1',
  'ProbationExtended.v1',
  'ConfirmedAsFullMember.v1',
  'PersonExited.v1',
  'StageCorrected.v1',
  'ExitCorrected.v1',
] as const satisfies readonly StageTold['type'][];

const isOfStage = (fact: PersonFact): fact is StageTold => (STAGE_TYPES as readonly string[]).includes(fact.type);

const ofStage = (fact: StageTold): ToldFact => {
  switch (fact.type) {
    case 'StageRecorded.v1': {
      const { zh, en } = stage(fact.data.stage);
      return { zh: `按纸质档案登记为${zh}（${fact.data.since} 起）`, en: `Recorded as ${en} since ${fact.data.since}` };
    }
    case 'ApplicationReceived.v1':
      return { zh: `${fact.data.appliedOn} 递交入党申请`, en: `Applied on ${fact.data.appliedOn}` };
    case 'ActivistNamed.v1':
      return { zh: `${fact.data.namedOn} 确定为入党积极分子`, en: `Named an activist on ${fact.data.namedOn}` };
    case 'CandidateNamed.v1':
      return { zh: `${fact.data.namedOn} 确定为发展对象`, en: `Named a candidate on ${fact.data.namedOn}` };
    case 'AdmittedOnProbation.v1':
      return { zh: `${fact.data.meetingOn} 接收为预备党员`, en: `Admitted on probation on ${fact.data.meetingOn}` };
    case 'ProbationExtended.v1': {
      const { formerProbationEndsOn: was, probationEndsOn: until } = fact.data;
      const changes = movedFrom('probationEndsOn', was, until);
      return { zh: `预备期延长至 ${until}`, en: `Probation extended to ${until}`, changes };
    }
    case 'ConfirmedAsFullMember.v1':
      return { zh: `${fact.data.meetingOn} 转为正式党员`, en: `Confirmed as full member on ${fact.data.meetingOn}` };
    case 'PersonExited.v1':
      return { zh: `自 ${fact.data.effectiveOn} 起离开`, en: `Left from ${fact.data.effectiveOn}` };
    case 'StageCorrected.v1': {
      const { formerStage, stage: now } = fact.data;
      const changes = movedFrom('stage', formerStage, now);
      return { zh: `更正为${stage(now).zh}`, en: `Corrected to ${stage(now).en}`, changes };
    }
    case 'ExitCorrected.v1':
      return { zh: '更正误记的离开', en: 'An exit recorded in error was corrected' };
  }
};

type OtherTold = Exclude<PersonFact, StageTold>;

/** Of personal data which were corrected, and never how they read: that is the record's to show. */
const CORRECTABLE = ['name', 'idNumber', 'phone', 'birthDate', 'sex'] as const;

const ofRecord = (fact: OtherTold): ToldFact | undefined => {
  switch (fact.type) {
    case 'PersonRegistered.v1': {
      const { effectiveOn, organizationId } = fact.data;
      return { zh: `自 ${effectiveOn} 起登记`, en: `Registered from ${effectiveOn}`, about: at(organizationId) };
    }
    case 'PersonalDataCorrected.v1': {
      const fields = CORRECTABLE.filter((field) => field in fact.data);
      const changes = fields.map((field) => ({ field, stageId: '', before: '', after: '' }));
      return { zh: '更正个人信息', en: 'Personal data were corrected', changes };
    }
    case 'PersonMoved.v1': {
      const { fromOrganizationId: from, toOrganizationId: to, effectiveOn } = fact.data;
      const changes = movedFrom('organizationId', from, to);
      return { zh: `自 ${effectiveOn} 起调动`, en: `Moved from ${effectiveOn}`, about: at(to), changes };
    }
    case 'RoleGranted.v1': {
      const { role, organizationId } = fact.data;
      const { zh, en } = ROLE_NAMES[role];
      return { zh: `授予角色：${zh}`, en: `Given the role ${en}`, about: at(organizationId) };
    }
    case 'RoleRevoked.v1': {
      const { role, organizationId } = fact.data;
      const { zh, en } = ROLE_NAMES[role];
      return { zh: `收回角色：${zh}`, en: `The role ${en} ended`, about: at(organizationId) };
    }
    case 'ActScheduled.v1':
      return { zh: `预定于 ${fact.data.effectiveOn} 办理`, en: `Scheduled for ${fact.data.effectiveOn}` };
    case 'ScheduledActEnded.v1':
      return ENDS[fact.data.how];
    case 'ActProposed.v1':
      return { zh: '提出更正', en: 'A correction was proposed' };
    case 'ProposalRejected.v1':
      return { zh: '更正未获同意', en: 'A proposed correction was turned down' };
    default:
      return ofAccount(fact);
  }
};

type AccountTold = Extract<
  OtherTold,
  { type: `SignIn${string}` | `SecondFactor${string}` | `LegalHold${string}` | `Erasure${string}` | 'PersonErased.v1' }
>;

const ofAccount = (fact: AccountTold): ToldFact => {
  switch (fact.type) {
    case 'SignInEnded.v1':
      return { zh: '收回登录方式', en: 'Ways to sign in were taken away' };
    case 'SignInResetOffered.v1':
      return { zh: '提供重设密码的链接', en: 'A link to set a new password was offered' };
    case 'SignInVouchedFor.v1':
      return { zh: '交付一次性链接的验证码', en: 'The code of a one-time link was handed out' };
    case 'SecondFactorEnded.v1':
      return { zh: '取消遗失的第二验证方式', en: 'A lost second factor was taken away' };
    case 'LegalHoldPlaced.v1':
      return { zh: '依法保全', en: 'A legal hold was placed' };
    case 'LegalHoldLifted.v1':
      return { zh: '解除保全', en: 'The legal hold was lifted' };
    case 'ErasureRequested.v1':
      return { zh: '申请删除个人信息', en: 'Erasure was requested' };
    case 'ErasureWithdrawn.v1':
      return { zh: '撤回删除申请', en: 'The request for erasure was taken back' };
    case 'PersonErased.v1':
      return { zh: '个人信息已删除', en: 'Personal data were erased' };
  }
};

/** What happened to a person, in one sentence. */
export const tellPerson = ({ type, data }: StoredEvent): ToldFact | undefined => {
  const fact = { type, data } as PersonFact;
  return isOfStage(fact) ? ofStage(fact) : ofRecord(fact);
};
