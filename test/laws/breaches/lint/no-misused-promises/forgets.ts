/** A breach: what fails inside goes nowhere, since `forEach` waits for nobody. */
export const each = (ids: readonly string[], send: (id: string) => Promise<void>): void => ids.forEach(async (id) => send(id));
