import { decide, type Grant } from '@jiangong/access';

export type MendsPorts = Readonly<{
  grantsOf: (personId: string) => Promise<readonly Grant[]>;
  /** The path of the whole tree; undefined: there is none yet. */
  rootPath: () => Promise<string | undefined>;
  now: () => string;
}>;

/** Whether somebody sees what the services have parked: they concern the whole installation, so he is an operator at the root. */
export const mends =
  ({ grantsOf, rootPath, now }: MendsPorts) =>
  async (personId: string): Promise<boolean> => {
    const grants = await grantsOf(personId);
    if (!grants.some(({ role }) => role === 'operator')) return false;
    const organizationPath = await rootPath();
    if (organizationPath === undefined) return false;
    const subject = { kind: 'person', personId } as const;
    return decide({ subject, grants, action: 'operations.read', resource: { organizationPath }, now: now() }).allow;
  };
