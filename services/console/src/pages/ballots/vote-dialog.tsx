import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../../api/client.ts';
import { useOrder } from '../../api/order.ts';
import type { Token } from '../../ballots/kept-tokens.ts';
import { either } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useTell } from '../../components/told.tsx';

type Choice = Readonly<{ level?: string }>;

/**
 * One ballot, handed in without the session's cookie. Nothing is asked of the platform behind it: a question in one's own name right after
 * a ballot of nobody's would stand beside it.
 */
export const VoteDialog = ({
  ballot: { ballotId, levels },
  title,
  token,
  onVoted,
  onClose,
}: Readonly<{
  ballot: Schemas['MyBallot'];
  title: string;
  token: Token;
  onVoted: () => void;
  onClose: () => void;
}>) => {
  const { t } = useTranslation();
  const tell = useTell();
  const order = useOrder({
    send: async ({ level = '' }: Choice) =>
      answerOf(
        api.POST('/v1/public/ballots/{ballotId}', {
          credentials: 'omit',
          params: { path: { ballotId } },
          body: { boxId: token.boxId, token: token.token, signature: token.signature ?? '', level },
        }),
      ),
    touches: [],
    onDone: () => {
      onVoted();
      onClose();
      tell(t('ballots.voted'));
    },
  });
  return (
    <OrderDialog<Choice>
      title={t('ballots.voteTitle', { entry: title })}
      lead={t('ballots.final')}
      action={t('ballots.vote')}
      order={order}
      onClose={onClose}
    >
      <Form.Item name="level" label={t('ballots.level')} rules={[{ required: true, message: t('required') }]}>
        <Radio.Group className="ballot-levels">
          {levels.map(({ level, nameZh, nameEn }) => (
            <Radio key={level} value={level}>
              {either(nameZh, nameEn)}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </OrderDialog>
  );
};
