import { describe, it } from '@jest/globals';
import { deciderSpec } from '@jiangong/event-store/testing';
import { personDecider } from './decider.ts';
import type { PersonRegistered } from './facts.ts';
import type { OrganizationSeen, RegisterPerson } from './orders.ts';

const { given } = deciderSpec(personDecider);
const now = '2024-03-01T02:00:00.000Z';
const unit: OrganizationSeen = { kind: 'known', organizationKind: 'unit', dissolved: false };
const ID_NUMBER = '11010519491231002X';

const register: RegisterPerson = {
  type: 'RegisterPerson',
  personId: 'p1',
  organizationId: 'u1',
  organization: unit,
  personal: { name: '王小明' },
  stage: null,
  now,
};
const registered: PersonRegistered = {
  type: 'PersonRegistered.v1',
  data: { personId: 'p1', organizationId: 'u1', effectiveOn: '2024-03-01', name: '王小明' },
};

describe('registering', () => {
  it('a person is registered with a name alone', () => given().when(register).then(registered));
  it('a person is registered with everything known', () => {
    const personal = {
      name: '王小明',
      idNumber: ID_NUMBER,
      phone: '+86 138 0000 0000',
      birthDate: '1949-12-31',
      sex: 'female',
    } as const;
    given()
      .when({ ...register, personal, stage: { stage: 'probationary', since: '2023-09-01' } })
      .then(
        {
          type: 'PersonRegistered.v1',
          data: { personId: 'p1', organizationId: 'u1', effectiveOn: '2024-03-01', ...personal },
        },
        {
          type: 'StageRecorded.v1',
          data: { personId: 'p1', stage: 'probationary', since: '2023-09-01', probationEndsOn: '2024-09-01' },
        },
      );
  });
  it('a person is registered once', () =>
    given(registered).when(register).thenRefused({ reason: 'ALREADY_REGISTERED' }));
  it('nobody is registered in what does not exist', () =>
    given()
      .when({ ...register, organization: { kind: 'unknown' } })
      .thenRefused({ reason: 'ORGANIZATION_NOT_FOUND', field: 'organizationId' }));
  it('nobody is registered in what was dissolved', () =>
    given()
      .when({ ...register, organization: { ...unit, dissolved: true } })
      .thenRefused({ reason: 'ORGANIZATION_DISSOLVED', field: 'organizationId' }));
  it.each([
    ['name', { name: '' }, 'NAME_INVALID'],
    ['name', { name: '王'.repeat(61) }, 'NAME_INVALID'],
    ['name', { name: 'a\nb' }, 'NAME_INVALID'],
    ['name', { name: 'ERASED' }, 'NAME_INVALID'],
    ['idNumber', { idNumber: '110105194912310021' }, 'ID_NUMBER_INVALID'],
    ['idNumber', { idNumber: '110105' }, 'ID_NUMBER_INVALID'],
    ['phone', { phone: 'call me' }, 'PHONE_INVALID'],
    ['birthDate', { birthDate: '1990-02-30' }, 'DAY_INVALID'],
    ['birthDate', { birthDate: '2024-03-02' }, 'DAY_INVALID'],
    ['birthDate', { idNumber: ID_NUMBER, birthDate: '1949-12-30' }, 'BIRTH_DATE_MISMATCH'],
    ['sex', { sex: 'x' }, 'SEX_UNKNOWN'],
  ] as const)('a wrong %s is refused: %j', (field, wrong, reason) =>
    given()
      .when({ ...register, personal: { ...register.personal, ...wrong } })
      .thenRefused({ reason, field }),
  );
  it('an exit is no stage to begin with', () =>
    given()
      .when({ ...register, stage: { stage: 'expelled', since: '2020-01-01' } })
      .thenRefused({ reason: 'STAGE_UNKNOWN', field: 'stage' }));
  it('an old member joined before the platform could compute', () =>
    given()
      .when({ ...register, stage: { stage: 'full', since: '1974-07-01' } })
      .then(registered, {
        type: 'StageRecorded.v1',
        data: { personId: 'p1', stage: 'full', since: '1974-07-01', probationEndsOn: null },
      }));
});

describe('set-up', () => {
  const setUp = {
    type: 'SetUpFirstOfficer',
    personId: 'first',
    organizationId: 'root',
    name: '王小明',
    grantId: 'g0',
    now,
  } as const;
  it('the first officer is registered with the one grant that nobody gave', () =>
    given()
      .when(setUp)
      .then(
        {
          type: 'PersonRegistered.v1',
          data: { personId: 'first', organizationId: 'root', effectiveOn: '2024-03-01', name: '王小明' },
        },
        {
          type: 'RoleGranted.v1',
          data: {
            personId: 'first',
            grantId: 'g0',
            role: 'committee-officer',
            organizationId: 'root',
            from: now,
            until: null,
            grantedAt: now,
            grantedBy: null,
          },
        },
      ));
  it('the platform is set up once', () => given(registered).when(setUp).thenRefused({ reason: 'ALREADY_SET_UP' }));
});

describe('changing a record', () => {
  it('a correction holds only what changed', () =>
    given(registered)
      .when({ type: 'CorrectPerson', personal: { phone: '13800000000' }, reason: '本人更正', now })
      .then({
        type: 'PersonalDataCorrected.v1',
        data: { personId: 'p1', phone: '13800000000', prose: { why: '本人更正' } },
      }));
  it('correcting to what it is changes nothing', () =>
    given(registered)
      .when({ type: 'CorrectPerson', personal: { name: '王小明' }, reason: '本人更正', now })
      .then());
  it('an empty correction is refused', () =>
    given(registered)
      .when({ type: 'CorrectPerson', personal: {}, reason: '本人更正', now })
      .thenRefused({ reason: 'NOTHING_TO_CORRECT' }));
  it('a correction may not contradict the record', () =>
    given({ ...registered, data: { ...registered.data, idNumber: ID_NUMBER } })
      .when({ type: 'CorrectPerson', personal: { birthDate: '1950-01-01' }, reason: '本人更正', now })
      .thenRefused({ reason: 'BIRTH_DATE_MISMATCH', field: 'birthDate' }));
  it('who was never registered takes no orders', () =>
    given()
      .when({ type: 'CorrectPerson', personal: {}, reason: '本人更正', now })
      .thenRefused({ reason: 'PERSON_NOT_FOUND', field: 'personId' }));
});

describe('erasing', () => {
  const requested = {
    type: 'ErasureRequested.v1',
    data: { personId: 'p1', requestedBy: 'o1', prose: { why: '本人申请' } },
  } as const;
  const erased = { type: 'PersonErased.v1', data: { personId: 'p1', requestedBy: 'o1', confirmedBy: 'o2' } } as const;
  const hold = { type: 'LegalHoldPlaced.v1', data: { personId: 'p1', prose: { why: '案件' } } } as const;
  it('one person asks, another confirms', () => {
    given(registered).when({ type: 'RequestErasure', requestedBy: 'o1', reason: '本人申请', now }).then(requested);
    given(registered, requested).when({ type: 'ConfirmErasure', confirmedBy: 'o2', now }).then(erased);
  });
  it('the same person can not do both', () =>
    given(registered, requested)
      .when({ type: 'ConfirmErasure', confirmedBy: 'o1', now })
      .thenRefused({ reason: 'SECOND_PERSON_NEEDED' }));
  it('what was asked for is taken back, and can be asked for again', () => {
    const withdraw = { type: 'WithdrawErasure', withdrawnBy: 'o3', reason: '误申请', now } as const;
    const withdrawn = {
      type: 'ErasureWithdrawn.v1',
      data: { personId: 'p1', withdrawnBy: 'o3', prose: { why: '误申请' } },
    } as const;
    given(registered, requested).when(withdraw).then(withdrawn);
    given(registered).when(withdraw).thenRefused({ reason: 'ERASURE_NOT_REQUESTED' });
    given(registered, requested, withdrawn)
      .when({ type: 'ConfirmErasure', confirmedBy: 'o2', now })
      .thenRefused({ reason: 'ERASURE_NOT_REQUESTED' });
  });
  it('nobody erases himself', () => {
    given(registered)
      .when({ type: 'RequestErasure', requestedBy: 'p1', reason: '本人申请', now })
      .thenRefused({ reason: 'OWN_ERASURE', field: 'personId' });
    given(registered, requested)
      .when({ type: 'ConfirmErasure', confirmedBy: 'p1', now })
      .thenRefused({ reason: 'OWN_ERASURE', field: 'personId' });
  });
  it('nothing is confirmed that nobody asked for', () =>
    given(registered)
      .when({ type: 'ConfirmErasure', confirmedBy: 'o2', now })
      .thenRefused({ reason: 'ERASURE_NOT_REQUESTED' }));
  it('a legal hold forbids it at both steps, until lifted', () => {
    given(registered, hold)
      .when({ type: 'RequestErasure', requestedBy: 'o1', reason: '本人申请', now })
      .thenRefused({ reason: 'LEGAL_HOLD' });
    given(registered, requested, hold)
      .when({ type: 'ConfirmErasure', confirmedBy: 'o2', now })
      .thenRefused({ reason: 'LEGAL_HOLD' });
    given(registered, requested, hold, { type: 'LegalHoldLifted.v1', data: { personId: 'p1', prose: { why: '结案' } } })
      .when({ type: 'ConfirmErasure', confirmedBy: 'o2', now })
      .then(erased);
  });
  it('a way in is ended by somebody who says why', () => {
    const order = { type: 'EndSignIn', endedBy: 'p9', reason: '更换登录方式', now } as const;
    given(registered)
      .when(order)
      .then({ type: 'SignInEnded.v1', data: { personId: 'p1', endedBy: 'p9', prose: { why: '更换登录方式' } } });
    given(registered)
      .when({ ...order, reason: '' })
      .thenRefused({ reason: 'TEXT_EMPTY', field: 'reason' });
  });

  it('nobody gets himself back in: a reset, a code and the end of a second factor are for another', () => {
    const of = { reason: '忘记密码', now } as const;
    const why = { prose: { why: '忘记密码' } };
    given(registered)
      .when({ type: 'OfferSignInReset', offeredBy: 'p9', ...of })
      .then({ type: 'SignInResetOffered.v1', data: { personId: 'p1', offeredBy: 'p9', ...why } });
    given(registered)
      .when({ type: 'VouchForSignIn', vouchedBy: 'p8', now })
      .then({ type: 'SignInVouchedFor.v1', data: { personId: 'p1', vouchedBy: 'p8' } });
    given(registered)
      .when({ type: 'EndSecondFactor', endedBy: 'p9', ...of })
      .then({ type: 'SecondFactorEnded.v1', data: { personId: 'p1', endedBy: 'p9', ...why } });
    for (const own of [
      { type: 'OfferSignInReset', offeredBy: 'p1', ...of },
      { type: 'VouchForSignIn', vouchedBy: 'p1', now },
      { type: 'EndSecondFactor', endedBy: 'p1', ...of },
    ] as const)
      given(registered).when(own).thenRefused({ reason: 'OWN_SIGN_IN', field: 'personId' });
  });

  it('a reset and the end of a second factor say why', () => {
    for (const order of [
      { type: 'OfferSignInReset', offeredBy: 'p9', reason: '', now },
      { type: 'EndSecondFactor', endedBy: 'p9', reason: '', now },
    ] as const)
      given(registered).when(order).thenRefused({ reason: 'TEXT_EMPTY', field: 'reason' });
  });

  it('a hold is placed once', () => {
    given(registered).when({ type: 'SetLegalHold', held: true, reason: '案件', now }).then(hold);
    given(registered, hold).when({ type: 'SetLegalHold', held: true, reason: '案件', now }).then();
  });
  it('an erased person takes no more orders', () =>
    given(registered, requested, erased)
      .when({ type: 'ConfirmErasure', confirmedBy: 'o2', now })
      .thenRefused({ reason: 'PERSON_ERASED', field: 'personId' }));
});
