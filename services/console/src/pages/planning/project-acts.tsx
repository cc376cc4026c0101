import '../../look/planning.css';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  ConfirmDialog,
  confirmOf,
  EndFeaturingDialog,
  type Entry,
  FeatureDialog,
  ProposeDialog,
  type Proposable,
  WithdrawDialog,
  withdrawalOf,
} from './act-dialogs.tsx';
import type { EntryAct } from './entry-acts.ts';

const PROPOSALS = {
  proposeUndo: 'UndoAct',
  proposeBlock: 'BlockEntry',
  proposeLift: 'LiftBlock',
  proposeRemoval: 'RemoveEntry',
} as const satisfies Partial<Record<EntryAct, Proposable>>;

/** What is done on a page of its own, the most pressing first. */
const PAGES = [
  ['answer', '/entries/$entryId/declare'],
  ['declare', '/entries/$entryId/declare'],
  ['report', '/entries/$entryId/report'],
  ['revise', '/entries/$entryId/plan'],
] as const;

const DIALOGS = ['confirm', 'feature', 'endFeaturing', 'withdraw'] as const;
type Opened = (typeof DIALOGS)[number] | keyof typeof PROPOSALS;

const Opened = ({ opened, entry, onClose }: Readonly<{ opened: Opened; entry: Entry; onClose: () => void }>) => {
  switch (opened) {
    case 'confirm':
      return <ConfirmDialog entry={entry} onClose={onClose} />;
    case 'withdraw':
      return <WithdrawDialog entry={entry} onClose={onClose} />;
    case 'feature':
      return <FeatureDialog entry={entry} onClose={onClose} />;
    case 'endFeaturing':
      return <EndFeaturingDialog entry={entry} onClose={onClose} />;
    case 'proposeUndo':
    case 'proposeBlock':
    case 'proposeLift':
    case 'proposeRemoval':
      return <ProposeDialog entry={entry} act={PROPOSALS[opened]} onClose={onClose} />;
  }
};

/** What the reader may do with this project now, where he sees it: what is pressing as a button, what is rare behind one. */
export const ProjectActs = ({ entry, acts }: Readonly<{ entry: Entry; acts: ReadonlySet<EntryAct> }>) => {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened>();
  const pages = PAGES.filter(([act]) => acts.has(act));
  const proposals = (Object.keys(PROPOSALS) as (keyof typeof PROPOSALS)[]).filter((act) => acts.has(act));
  const rare: readonly Opened[] = [...(acts.has('withdraw') ? (['withdraw'] as const) : []), ...proposals];
  const often = DIALOGS.filter((act) => act !== 'withdraw' && acts.has(act));
  if (pages.length + rare.length + often.length === 0) return null;
  return (
    <section className="acts" aria-label={t('acts.title')}>
      {often.includes('confirm') && (
        <Button type="primary" onClick={() => setOpened('confirm')}>
          {t(`acts.${confirmOf(entry)}`)}
        </Button>
      )}
      {pages.map(([act, to], at) => (
        <Link
          key={act}
          to={to}
          params={{ entryId: entry.entryId }}
          className={at === 0 && !often.includes('confirm') ? 'primary' : 'secondary'}
        >
          {t(`acts.${act}`)}
        </Link>
      ))}
      {often
        .filter((act) => act !== 'confirm')
        .map((act) => (
          <Button key={act} onClick={() => setOpened(act)}>
            {t(`acts.${act}`)}
          </Button>
        ))}
      {rare.length > 0 && (
        <details className="more-acts">
          <summary>{t('acts.more')}</summary>
          <div>
            {rare.map((act) => (
              <Button key={act} onClick={() => setOpened(act)}>
                {t(`acts.${act === 'withdraw' ? withdrawalOf(entry) : act}`)}
              </Button>
            ))}
          </div>
        </details>
      )}
      {opened !== undefined && <Opened opened={opened} entry={entry} onClose={() => setOpened(undefined)} />}
    </section>
  );
};
