import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { hundredthsOf, sayHundredths } from '../../components/hundredths.ts';
import { SelectField } from '../../components/select-field.tsx';
import { type Bonus, type Claim, type Item, levelName, others } from './shared.ts';

/** At which level, or with how many points where the item has no levels. */
export const WorthField = ({ item }: Readonly<{ item: Item }>) => {
  const { t } = useTranslation();
  if (item.levels.length > 0)
    return (
      <SelectField
        name="levelId"
        label={t('bonuses.level')}
        options={item.levels.map(({ levelId, points }) => ({
          value: levelId,
          label: t('bonuses.levelWorth', { level: levelName(item, levelId), points: sayHundredths(points) }),
        }))}
      />
    );
  const most = t('bonuses.most', { points: sayHundredths(item.points) });
  return (
    <Form.Item
      name="points"
      label={t('bonuses.points')}
      extra={most}
      rules={[
        { required: true, message: t('required') },
        {
          validator: async (_rule, typed: string | undefined) => {
            const points = hundredthsOf(typed ?? '');
            if (typed && (points === undefined || points < 1 || points > item.points)) throw new Error(most);
          },
        },
      ]}
    >
      <Input inputMode="decimal" />
    </Form.Item>
  );
};

/** Whether it is an honour that was claimed already: it counts once, at its highest. */
export const SameAsField = ({
  bonus,
  of,
}: Readonly<{ bonus: Bonus; of: Readonly<{ sourceId: string; itemId: string; claimId?: string }> }>) => {
  const { t } = useTranslation();
  const same: readonly Claim[] = others(bonus, of);
  if (same.length === 0) return null;
  return (
    <Form.Item name="sameAs" label={t('bonuses.sameAs')} extra={t('bonuses.sameAsHint')} initialValue="">
      <select className="wide">
        <option value="">{t(of.claimId === undefined ? 'bonuses.noneSame' : 'bonuses.asClaimed')}</option>
        {of.claimId !== undefined && <option value={of.claimId}>{t('bonuses.ownHonour')}</option>}
        {same.map(({ claimId, honour, levelId }) => (
          <option key={claimId} value={claimId}>
            {[honour, levelId].filter((part) => part !== null).join(' · ')}
          </option>
        ))}
      </select>
    </Form.Item>
  );
};

export type TypedWorth = Readonly<{ levelId?: string; points?: string; sameAs?: string }>;

/** What was typed as the platform asks for it: what is empty is left out. */
export const worthOf = ({ levelId = '', points = '', sameAs = '' }: TypedWorth) => {
  const hundredths = hundredthsOf(points);
  return {
    ...(levelId === '' ? {} : { levelId }),
    ...(hundredths === undefined ? {} : { points: hundredths }),
    ...(sameAs === '' ? {} : { sameAs }),
  };
};
