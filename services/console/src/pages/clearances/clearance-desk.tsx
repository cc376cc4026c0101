import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.ts';
import { entry, opinions } from '../../api/questions/entries.ts';
import type { Scope } from '../../api/questions/review.ts';
import { Answered } from '../../components/answered.tsx';
import { nameIn } from '../../components/names.ts';
import type { Need } from '../../components/needs.tsx';
import { StandingMark } from '../../components/standing-mark.tsx';
import { OfWhat, useWhat } from '../../components/what-it-is.tsx';
import { ProjectFiles } from '../projects/project-files.tsx';
import { ProjectOpinions } from '../projects/project-opinions.tsx';
import { Declared } from '../review/declared.tsx';
import { ProgressPart } from '../review/progress-part.tsx';
import { BlockDialog } from './block-dialog.tsx';
import { EarlierOpinions } from './earlier-opinions.tsx';
import { OpinionForm } from './opinion-form.tsx';

type Entry = Schemas['Entry'];
type Told = Schemas['GetV1EntriesByEntryIdOpinionsAnswer'];

/** Where a block reaches an entry without two offices. */
const BLOCKABLE: readonly Entry['standing'][] = [
  'declared',
  'returned',
  'reviewed',
  'clearance-requested',
  'cleared',
  'published',
];

/** What is waited for: of the latest request that nobody has answered. */
const askedScopes = ({ opinions: all }: Told): readonly Scope[] =>
  all.findLast(({ kind, outcome }) => kind === 'clearance' && outcome === null)?.scopes ?? [];

/** What the platform could not tell and no review has answered. */
const unanswered = (needs: readonly Need[]): readonly Need[] =>
  needs.filter(({ verdict, reviewerSays }) => verdict === 'undetermined' && reviewerSays === null);

/** What an inspector can do to it besides answering. */
const Blocks = ({ told }: Readonly<{ told: Entry }>) => {
  const { t } = useTranslation();
  const what = useWhat();
  const [open, setOpen] = useState<'block' | 'lift' | null>(null);
  const { entryId, title, standing } = told;
  return (
    <div className="row blocks">
      {standing === 'blocked' && (
        <Button type="primary" onClick={() => setOpen('lift')}>
          {t('clearances.lift')}
        </Button>
      )}
      {BLOCKABLE.includes(standing) && (
        <Button danger onClick={() => setOpen('block')}>
          {t('clearances.block')}
        </Button>
      )}
      {standing === 'in-evaluation' && <p className="quiet">{t('clearances.proposal', { what })}</p>}
      {open !== null && <BlockDialog act={open} entryId={entryId} title={title} onClose={() => setOpen(null)} />}
    </div>
  );
};

/** One entry before discipline inspection: its dossier, and the opinion beside it. */
export const ClearanceDesk = ({
  entryId,
  isInspector,
  lastNumber,
  onGiven,
}: Readonly<{
  entryId: string;
  isInspector: boolean;
  lastNumber: string;
  onGiven: (title: string, number: string) => void;
}>) => {
  const { t } = useTranslation();
  const said = useQuery(opinions(entryId));
  return (
    <Answered query={useQuery(entry(entryId))}>
      {({ entry: one, needs }) => (
        <OfWhat what={one.subjectKind}>
          <article className="desk-entry" aria-labelledby="desk-title">
            <header className="desk-head">
              <h2 id="desk-title">{one.title}</h2>
              <p className="quiet">
                {nameIn(one.nominatorName)} · <StandingMark standing={one.standing} /> ·{' '}
                <Link to="/entries/$entryId" params={{ entryId }}>
                  {t('review.whole', { what: t(`entryKind.${one.subjectKind}`) })}
                </Link>
              </p>
            </header>
            <div className="desk-parts">
              <div>
                <Declared told={one} query={said} />
                <ProjectFiles entryId={entryId} />
                <ProjectOpinions query={said} kindOf={one.subjectKind} />
                <ProgressPart entryId={entryId} />
              </div>
              <div className="judging">
                {!isInspector && <p className="note">{t('clearances.onlyInspectors')}</p>}
                {isInspector && one.standing === 'clearance-requested' && said.data !== undefined && (
                  <OpinionForm
                    entryId={entryId}
                    title={one.title}
                    scopes={askedScopes(said.data)}
                    needs={unanswered(needs)}
                    lastNumber={lastNumber}
                    onGiven={(number) => onGiven(one.title, number)}
                  />
                )}
                {isInspector && <Blocks told={one} />}
                {isInspector && <EarlierOpinions entryId={entryId} />}
              </div>
            </div>
          </article>
        </OfWhat>
      )}
    </Answered>
  );
};
