import '../../look/contest.css';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const DIGITS_MAX = 20;

/** The digits that somebody in the hall says. */
export const LotField = () => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="lot"
      label={t('contest.lot')}
      extra={t('contest.lotHint')}
      rules={[{ required: true, pattern: /^[0-9]{1,20}$/u, message: t('contest.lotWrong') }]}
    >
      <Input className="lot" inputMode="numeric" maxLength={DIGITS_MAX} autoComplete="off" />
    </Form.Item>
  );
};
