import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { under, useOrder } from '../../api/order.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useTell } from '../../components/told.tsx';
import { sayHundredths } from '../../components/hundredths.ts';
import { TextField } from '../../components/text-field.tsx';
import { SameAsField, type TypedWorth, worthOf, WorthField } from './claim-fields.tsx';
import { type Asked, type Bonus, BONUS_TOUCHES, type Claim, type Group, type Item, ofEntry } from './shared.ts';

type Because = Schemas['ReconsideringReason'];
type Declining = Schemas['DecliningReason'];
type Outcome = Schemas['BonusOutcome'];

/** First, alone and anew, or proposed to a second person. */
export type How = 'decide' | 'reconsider' | 'propose';

const DECLINING = [
  'not-proved',
  'not-of-this-item',
  'counted-elsewhere',
  'of-another-time',
] as const satisfies readonly Declining[];
const BECAUSE = [
  'decided-in-error',
  'document-came',
  'document-false',
  'level-wrong',
  'same-honour',
] as const satisfies readonly Because[];

type Typed = TypedWorth & Readonly<{ outcome: Outcome; reason?: Declining; because?: Because; why?: string }>;

const verdictOf = ({ outcome, reason = 'not-proved', ...worth }: Typed) =>
  outcome === 'declined' ? { outcome, reason } : { outcome, ...worthOf(worth) };

const useVerdict = (how: How, claim: Claim, { onClose, ...of }: Asked) => {
  const { t } = useTranslation();
  const tell = useTell();
  const { claimId } = claim;
  return useOrder({
    send: async (typed: Typed, key) => {
      const { because = 'left-waiting', why = '' } = typed;
      const verdict = verdictOf(typed);
      const header = under(key);
      const path = { ...ofEntry(of), claimId };
      if (how === 'decide')
        return answerOf(
          api.POST('/v1/rounds/{roundId}/entries/{entryId}/bonus-claims/{claimId}/decide', {
            ...{ params: { path, header }, body: { verdict, why } },
          }),
        );
      if (how === 'reconsider')
        return answerOf(
          api.POST('/v1/rounds/{roundId}/entries/{entryId}/bonus-claims/{claimId}/reconsider', {
            ...{ params: { path, header }, body: { verdict, because, why } },
          }),
        );
      return answerOf(
        api.POST('/v1/rounds/{roundId}/entries/{entryId}/bonus-proposals', {
          params: { path: ofEntry(of), header },
          body: { claimId, verdict, because, why },
        }),
      );
    },
    touches: BONUS_TOUCHES,
    onDone: () => {
      onClose();
      tell(t(how === 'propose' ? 'bonuses.proposed' : 'bonuses.decided'));
    },
  });
};

/** What becomes of a claim: granted within its item, or declined with a reason. */
export const VerdictDialog = ({
  how,
  claim,
  bonus,
  group,
  item,
  ...asked
}: Asked & Readonly<{ how: How; claim: Claim; bonus: Bonus; group: Group; item: Item }>) => {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome>('granted');
  const order = useVerdict(how, claim, asked);
  const { sourceId, itemId, claimId, levelId, points } = claim;
  const isWaiting = claim.standing === 'waiting';
  return (
    <OrderDialog<Typed>
      title={t(`bonuses.verdictTitle.${how}`)}
      lead={
        <p>
          {claim.honour} · {t('bonuses.asks', { points: sayHundredths(points) })}
        </p>
      }
      action={t(how === 'propose' ? 'bonuses.propose' : 'bonuses.decide')}
      first={{ outcome: 'granted', levelId: levelId ?? '', points: sayHundredths(points) }}
      order={order}
      onClose={asked.onClose}
      onTyped={(typed) => setOutcome(typed.outcome)}
    >
      <Form.Item name="outcome" label={t('bonuses.outcome')}>
        <select className="wide">
          <option value="granted">{t('bonuses.standing.granted')}</option>
          <option value="declined">{t('bonuses.standing.declined')}</option>
        </select>
      </Form.Item>
      {outcome === 'declined' ? (
        <SelectField
          name="reason"
          label={t('bonuses.declinedFor')}
          options={DECLINING.map((value) => ({ value, label: t(`bonuses.declining.${value}`) }))}
        />
      ) : (
        <>
          <WorthField item={item} />
          {group.once && <SameAsField bonus={bonus} of={{ sourceId, itemId, claimId }} />}
        </>
      )}
      {how !== 'decide' && !isWaiting && (
        <SelectField
          name="because"
          label={t('bonuses.because')}
          options={BECAUSE.map((value) => ({ value, label: t(`bonuses.becauses.${value}`) }))}
        />
      )}
      <TextField
        name="why"
        label={t(how === 'decide' && outcome === 'granted' ? 'bonuses.whyOptional' : 'reason')}
        isOptional={how === 'decide' && outcome === 'granted'}
      />
    </OrderDialog>
  );
};
