import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { saidOf } from '../../components/facts.ts';
import { GROUPS, shortOf, TOLD_FACTS, type ToldFact } from './told-facts.ts';

const Boxes = ({
  value = [],
  onChange,
}: Readonly<{ value?: readonly ToldFact[]; onChange?: (facts: readonly ToldFact[]) => void }>) => {
  const { t } = useTranslation();
  const chosen = new Set(value);
  const toggle = (facts: readonly ToldFact[], isOn: boolean): void => {
    const others = value.filter((fact) => !facts.includes(fact));
    onChange?.(isOn ? [...others, ...facts] : others);
  };
  return (
    <>
      {GROUPS.map((group) => {
        const facts = TOLD_FACTS[group];
        return (
          <fieldset key={group} className="plain fact-group">
            <legend>{t(`webhooks.group.${group}`)}</legend>
            <label className="tick-field">
              <input
                type="checkbox"
                checked={facts.every((fact) => chosen.has(fact))}
                onChange={({ target }) => toggle(facts, target.checked)}
              />{' '}
              {t('webhooks.allOf', { group: t(`webhooks.group.${group}`) })}
            </label>
            <details className="more-fields">
              <summary>{t('webhooks.oneByOne')}</summary>
              {facts.map((fact) => (
                <label key={fact} className="tick-field wide-tick">
                  <input
                    type="checkbox"
                    checked={chosen.has(fact)}
                    onChange={({ target }) => toggle([fact], target.checked)}
                  />{' '}
                  {t(`event.${saidOf(shortOf(fact))}`)}
                </label>
              ))}
            </details>
          </fieldset>
        );
      })}
    </>
  );
};

/** Which kinds of facts another system is told of: by group, or one by one. */
export const FactField = () => {
  const { t } = useTranslation();
  return (
    <Form.Item
      name="facts"
      label={t('webhooks.facts')}
      rules={[{ required: true, type: 'array', min: 1, message: t('webhooks.factsMissing') }]}
    >
      <Boxes />
    </Form.Item>
  );
};
