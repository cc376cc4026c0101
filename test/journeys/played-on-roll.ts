import { OFFICER } from './all-goes-wrong/cast.ts';
import { COMMITTEE } from './demo/world/people.ts';
import { ALL, PlayedNominated, type Unit, UNITS } from './played-nominated.ts';

/** An edition whose entries are the branches that stand on its roll: one of each unit. */
export class PlayedOnRoll extends PlayedNominated {
  readonly #branches = new Map<Unit, string>();

  override entry(unit: Unit): string {
    const found = this.#branches.get(unit);
    if (found === undefined) throw new Error(`the branch of ${unit} stands on no roll`);
    return found;
  }

  /** Once the roll is listed. */
  async findBranches(): Promise<void> {
    const { campaign, editionId } = this;
    const { items } = await campaign.get<{ items: readonly { entryId: string; homeId: string }[] }>(
      OFFICER,
      `/v1/entries?organizationId=${campaign.play.organization(COMMITTEE)}&editionId=${editionId}`,
    );
    for (const unit of ALL) {
      const found = items.find(({ homeId }) => homeId === campaign.play.organization(UNITS[unit]));
      if (found !== undefined) this.#branches.set(unit, found.entryId);
    }
  }
}
