import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

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
