/** The secret of the round's draws, and SHA-256 over it. */
export type DrawSecret = Readonly<{ secret: string; commitment: string }>;

/** What an order of appearance is drawn from: what was committed to, and what the next draw would be made from. */
export type OrderSecrets = Readonly<{ secret: string; next: DrawSecret }>;
