import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/problem.ts';

const REASON_CHARS_MAX = 1_000;

/** Of a candidate: why it is declared before others of its branch and category whom more voted for. */
export const Departure = () => {
  const { t } = useTranslation();
  return (
    <Form.Item name="departure" label={t('declaring.departure')} extra={t('declaring.departureHint')}>
      <Input.TextArea rows={3} maxLength={REASON_CHARS_MAX} showCount />
    </Form.Item>
  );
};

/** Whether it was the reason that was refused: the platform says of any field alike that it is empty, and this one may stay empty. */
export const isAboutDeparture = (error: unknown): boolean =>
  error instanceof Refused && error.problem?.field === 'departure';

/** What the branch's vote made of a candidate: only whom it ranked may be declared. */
export const VoteRank = ({ rank }: Readonly<{ rank: number | null }>) => {
  const { t } = useTranslation();
  return <p className="note">{rank === null ? t('declaring.notRanked') : t('declaring.rank', { count: rank })}</p>;
};
