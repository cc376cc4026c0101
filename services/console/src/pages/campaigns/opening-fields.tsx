import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { DayInput } from '../../components/day-input.tsx';
import { Mark } from '../../components/mark.tsx';
import { either } from '../../components/names.ts';
import { type Copy, type Filled, stageRefused } from './opening.ts';
import { useStageName } from './stage-name.tsx';

const TITLE_CHARS_MAX = 200;
const DECIMAL = /^-?\d{1,7}(?:\.\d{1,2})?%?$/u;
const YEAR = /^(?:199[2-9]|20\d\d)$/u;

type Plan = Schemas['EditionPlan'];
type Planned = Plan['stages'][number];

const WorkingDays = ({ stage }: Readonly<{ stage: Planned | undefined }>) => {
  const { t } = useTranslation();
  if (stage === undefined) return null;
  const { opensOnWorkingDay, closesOnWorkingDay, workingDays } = stage;
  return (
    <span className="quiet">
      {workingDays !== null && t('campaigns.workingDays', { count: workingDays })}
      {opensOnWorkingDay === 'no' && ` · ${t('campaigns.opensOff')}`}
      {closesOnWorkingDay === 'no' && ` · ${t('campaigns.closesOff')}`}
      {closesOnWorkingDay === 'unknown' && ` ${t('campaigns.daysUnknown')}`}
    </span>
  );
};

/** Every stage with its days; what the platform says of each stands below it at once. */
const Stages = ({ copy, plan, stages }: Readonly<{ copy: Copy; plan: Plan; stages: Filled['stages'] }>) => {
  const { t } = useTranslation();
  const nameOf = useStageName();
  const required = [{ required: true, message: t('required') }];
  const refused = stageRefused(plan.refusal, stages);
  return (
    <fieldset className="plain">
      <legend>{t('campaigns.stages')}</legend>
      {copy.plan.stages.map(({ stageId }, at) => {
        const name = nameOf(copy.plan.stages, stageId);
        return (
          <div key={stageId} className="stage-row" role="group" aria-label={name}>
            <p className="stage-name">
              {name} {refused === stageId && <Mark tone="bad">{t('campaigns.seeAbove')}</Mark>}
              <br />
              <WorkingDays stage={plan.stages.find((stage) => stage.stageId === stageId)} />
            </p>
            <Form.Item name={['stages', at, 'stageId']} hidden>
              <Input />
            </Form.Item>
            <Form.Item name={['stages', at, 'opensOn']} label={t('campaigns.opensOn')} rules={required}>
              <DayInput />
            </Form.Item>
            <Form.Item name={['stages', at, 'closesOn']} label={t('campaigns.closesOn')} rules={required}>
              <DayInput />
            </Form.Item>
          </div>
        );
      })}
    </fieldset>
  );
};

export const OpeningFields = (props: Readonly<{ copy: Copy; plan: Plan; stages: Filled['stages'] }>) => {
  const { t } = useTranslation();
  const required = { required: true, whitespace: true, message: t('required') };
  return (
    <>
      <Form.Item
        name="year"
        label={t('campaigns.ofYear')}
        rules={[required, { pattern: YEAR, message: t('campaigns.yearForm') }]}
      >
        <Input inputMode="numeric" maxLength={4} />
      </Form.Item>
      <Form.Item name="titleZh" label={t('campaigns.titleZh')} rules={[required]}>
        <Input maxLength={TITLE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="titleEn" label={t('campaigns.titleEn')} rules={[required]}>
        <Input maxLength={TITLE_CHARS_MAX} />
      </Form.Item>
      <fieldset className="plain">
        <legend>{t('campaigns.parameters')}</legend>
        <div className="parameters">
          {props.copy.plan.parameters.map(({ parameterId, nameZh, nameEn }) => (
            <Form.Item
              key={parameterId}
              name={['parameters', parameterId]}
              label={either(nameZh, nameEn)}
              rules={[required, { pattern: DECIMAL, message: t('campaigns.numberForm') }]}
            >
              <Input inputMode="decimal" />
            </Form.Item>
          ))}
        </div>
      </fieldset>
      <Stages {...props} />
    </>
  );
};
