import type * as rpc from '@jiangong/contracts/jiangong/evaluation/v1/paper_box_service';
import type { ShownCount, ShownPaperBox } from '../../application/show-paper-boxes.ts';
import type { EntryCount, OpenedCount } from '../../domain/paper-box/facts.ts';

const papersMessage = ({ marks, ...papers }: EntryCount): rpc.EntryPapers => ({ ...papers, marks: [...marks] });

const openedMessage = ({ handedOut, found, invalid, counts, why }: OpenedCount): rpc.OpenedPapers => ({
  ...{ handedOut, found, invalid, marks: [...(counts ?? [])], why: why ?? '' },
});

const countMessage = ({ counted, evidence, settledBy, ...count }: ShownCount): rpc.PaperCount => ({
  ...{ countId: count.countId, at: count.at, countedBy: count.countedBy, standing: count.standing },
  ...{ settledBy: settledBy ?? '', why: count.why, contradiction: count.contradiction },
  entries: counted.map(papersMessage),
  evidence: [...evidence],
});

export const paperBoxMessage = ({
  read,
  hindrance,
  isOver,
  isTeller,
  entries,
  counts,
}: ShownPaperBox): rpc.PaperBox => {
  const { source, rules } = read.poll;
  const named = (id: string): readonly [string, string] => rules.names[id] ?? [id, id];
  return {
    ...{ paperBoxId: read.paperBoxId, sourceId: source.id, hindrance, isOver, isTeller },
    ...{ isOpened: read.box.opened !== null, turnoutFloor: source.turnout, least: source.least },
    levels: source.levels.map(({ id: level }) => {
      const [nameZh, nameEn] = named(level);
      return { level, nameZh, nameEn };
    }),
    questions: (source.questions ?? []).map((question) => {
      const [nameZh, nameEn] = named(question);
      return { question, nameZh, nameEn };
    }),
    pickAtMost: rules.pickAtMost,
    entries: entries.map(({ entryId, title, own, paper, standing, opened }) => ({
      ...{ entryId, title, isOwn: own, paper, standing },
      opened: opened && openedMessage(opened),
    })),
    counts: counts.map(countMessage),
  };
};
