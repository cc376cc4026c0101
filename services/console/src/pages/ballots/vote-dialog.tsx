import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import type { Token } from '../../ballots/kept-tokens.ts';
import { either } from '../../components/names.ts';
import { OrderDialog } from '../../components/order-dialog.tsx';
import { useHandIn } from './use-hand-in.ts';

type Choice = Readonly<{ level?: string }>;

/** One ballot: its level. */
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
  const order = useHandIn<Choice>(ballotId, token, {
    chosenIn: ({ level = '' }) => ({ level }),
    onDone: () => {
      onVoted();
      onClose();
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
