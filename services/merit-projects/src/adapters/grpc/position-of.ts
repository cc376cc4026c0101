/** What rows of a list are found again by: their place in the log. */
export const positionOf = ({ position }: Readonly<{ position: number }>): number => position;
