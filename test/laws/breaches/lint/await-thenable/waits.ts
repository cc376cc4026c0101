/** A breach: there is nothing to wait for. */
export const twice = async (count: number): Promise<number> => (await count) * 2;
