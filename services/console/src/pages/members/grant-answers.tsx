import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { nameIn } from '../../components/names.ts';
import { stateOf } from '../people/person-acts.ts';

type Grant = Schemas['Grant'];
export type Answers = Readonly<Record<string, 'keep' | 'end' | undefined>>;

export const openGrants = (grants: readonly Grant[]): readonly Grant[] =>
  grants.filter((grant) => stateOf(grant) !== 'ended');

/** What the platform asks for: each role that has not ended is kept or ends. */
export const answered = (grants: readonly Grant[], answers: Answers | undefined, unsaid: 'keep' | 'end') => {
  const open = openGrants(grants);
  const idsOf = (answer: 'keep' | 'end') =>
    open.filter(({ grantId }) => (answers?.[grantId] ?? unsaid) === answer).map(({ grantId }) => grantId);
  return { keeps: idsOf('keep'), ends: idsOf('end') };
};

/** Each role of somebody who moves or leaves: kept or ended, none forgotten. */
export const GrantAnswers = ({ grants, unsaid }: Readonly<{ grants: readonly Grant[]; unsaid: 'keep' | 'end' }>) => {
  const { t } = useTranslation();
  const open = openGrants(grants);
  if (open.length === 0) return null;
  return (
    <fieldset className="plain">
      <legend>{t('members.rolesToo')}</legend>
      {open.map(({ grantId, role, organizationName }) => (
        <Form.Item
          key={grantId}
          name={['answers', grantId]}
          label={[t(`role.${role}`), nameIn(organizationName)].filter((part) => part !== undefined).join(' · ')}
          initialValue={unsaid}
        >
          <select className="wide">
            <option value="keep">{t('members.keep')}</option>
            <option value="end">{t('members.end')}</option>
          </select>
        </Form.Item>
      ))}
    </fieldset>
  );
};
