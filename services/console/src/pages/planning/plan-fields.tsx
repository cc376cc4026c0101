import '../../look/planning.css';
import { Button, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { peopleOf } from '../../api/questions/planning.ts';
import { DayInput } from '../../components/day-input.tsx';
import { ProblemNotice } from '../../components/problem-notice.tsx';

const TITLE_CHARS_MAX = 200;
const TEXT_CHARS_MAX = 4_000;
const MILESTONES_MAX = 20;

type Person = Pick<Schemas['PersonLine'], 'personId' | 'name'>;

/** Several of many, each a box to tick. */
const Boxes = ({
  id,
  value = [],
  onChange,
  options,
}: Readonly<{
  id?: string;
  value?: readonly string[];
  onChange?: (value: readonly string[]) => void;
  options: readonly Person[];
}>) => (
  <div className="boxes" id={id}>
    {options.map(({ personId, name }) => (
      <label key={personId}>
        <input
          type="checkbox"
          checked={value.includes(personId)}
          onChange={({ target }) =>
            onChange?.(target.checked ? [...value, personId] : value.filter((one) => one !== personId))
          }
        />{' '}
        {name}
      </label>
    ))}
  </div>
);

const useRequired = () => {
  const { t } = useTranslation();
  return [{ required: true, whitespace: true, message: t('required') }];
};

/** Who answers for it: the leader first, others where there are some. `known`: named already, wherever they belong. */
export const Answerable = ({ among, known }: Readonly<{ among: string; known: readonly Person[] }>) => {
  const { t } = useTranslation();
  const rules = useRequired();
  const query = useQuery({ ...peopleOf(among), enabled: among !== '' });
  const leader = Form.useWatch<string | undefined>('leader');
  const people = [...new Map([...known, ...(query.data?.items ?? [])].map((one) => [one.personId, one])).values()];
  const others = people.filter(({ personId }) => personId !== leader);
  return (
    <>
      {query.isError && <ProblemNotice error={query.error} again={() => void query.refetch()} />}
      {query.data !== undefined && people.length === 0 && <p className="note">{t('planning.nobody')}</p>}
      <Form.Item name="leader" label={t('planning.leader')} rules={rules}>
        <select>
          <option value="">{t('planning.choose')}</option>
          {people.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </select>
      </Form.Item>
      {others.length > 0 && (
        <fieldset className="plain">
          <legend>{t('planning.others')}</legend>
          <Form.Item name="others" noStyle>
            <Boxes options={others} />
          </Form.Item>
        </fieldset>
      )}
    </>
  );
};

/** Steps on the way, each with its day; none is needed. */
export const MilestoneFields = () => {
  const { t } = useTranslation();
  const rules = useRequired();
  const dueOn = Form.useWatch<string | undefined>('dueOn');
  const inTime = {
    validator: async (_rule: unknown, day: string) =>
      dueOn === undefined || dueOn === '' || day === '' || day <= dueOn
        ? Promise.resolve()
        : Promise.reject(new Error(t('planning.milestoneLate'))),
  };
  return (
    <fieldset className="plain">
      <legend>{t('project.milestones')}</legend>
      <Form.List name="milestones">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="milestone-row">
                <Form.Item name={[name, 'title']} label={t('planning.milestone', { count: name + 1 })} rules={rules}>
                  <Input maxLength={TITLE_CHARS_MAX} />
                </Form.Item>
                <Form.Item name={[name, 'dueOn']} label={t('planning.milestoneDue')} rules={[...rules, inTime]}>
                  <DayInput />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={t('planning.removeMilestone', { count: name + 1 })}>
                  {t('planning.remove')}
                </Button>
              </div>
            ))}
            {fields.length < MILESTONES_MAX && (
              <Button onClick={() => add({ title: '', dueOn: '' })}>{t('planning.addMilestone')}</Button>
            )}
          </>
        )}
      </Form.List>
    </fieldset>
  );
};

/** What a plan says, but for where it belongs. `among`: the organization whose people may answer for it. */
export const PlanFields = ({ among, known }: Readonly<{ among: string; known: readonly Person[] }>) => {
  const { t } = useTranslation();
  const rules = useRequired();
  return (
    <>
      <Form.Item name="title" label={t('projects.name')} rules={rules}>
        <Input maxLength={TITLE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="keyTask" label={t('projects.task')} extra={t('planning.taskHint')} rules={rules}>
        <Input maxLength={TITLE_CHARS_MAX} />
      </Form.Item>
      <Form.Item name="measures" label={t('project.measures')} rules={rules}>
        <Input.TextArea rows={6} maxLength={TEXT_CHARS_MAX} showCount />
      </Form.Item>
      <Form.Item name="dueOn" label={t('projects.due')} rules={rules}>
        <DayInput />
      </Form.Item>
      <Answerable among={among} known={known} />
      <MilestoneFields />
    </>
  );
};
