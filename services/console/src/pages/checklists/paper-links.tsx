import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { me } from '../../api/questions/own.ts';
import { late } from '../../components/late.tsx';
import { OpenFile } from '../../components/open-file.tsx';

/** Fetched when somebody proposes it: whoever reads documents needs no form. */
const DestroyDialog = late(async () => (await import('../projects/destroy-dialog.tsx')).DestroyDialog);

/** Whose office it may be to see that a file must go. Whether it is for this entry, the platform says. */
const PROPOSING: ReadonlySet<string> = new Set([
  ...['unit-officer', 'branch-secretary', 'committee-officer', 'committee-leader', 'discipline-inspector'],
]);

/** The documents of a finding, a claim or a value: `under` is where they are handed out. Each is opened by whoever is shown what names it. */
export const PaperLinks = ({
  entryId,
  evidence,
  under,
  opens = true,
}: Readonly<{ entryId: string; evidence: readonly string[]; under: string; opens?: boolean }>) => {
  const { t } = useTranslation();
  const [going, setGoing] = useState<string>();
  const { data } = useQuery(me);
  const mayPropose = (data?.grants ?? []).some(({ role }) => PROPOSING.has(role));
  if (evidence.length === 0) return null;
  if (!opens) return <p className="quiet">{t('checklists.officePapers', { count: evidence.length })}</p>;
  return (
    <ul className="paper-links" aria-label={t('checklists.papers', { count: evidence.length })}>
      {evidence.map((sha256, at) => (
        <li key={sha256}>
          <OpenFile address={`${under}/evidence/${sha256}`}>{t('checklists.paper', { number: at + 1 })}</OpenFile>
          {mayPropose && (
            <Button type="link" danger onClick={() => setGoing(sha256)}>
              {t('destroying.propose')}
            </Button>
          )}
          {going === sha256 && (
            <DestroyDialog
              entryId={entryId}
              sha256={sha256}
              caption={t('checklists.paper', { number: at + 1 })}
              onClose={() => setGoing(undefined)}
            />
          )}
        </li>
      ))}
    </ul>
  );
};
