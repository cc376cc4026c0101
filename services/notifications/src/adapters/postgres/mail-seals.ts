/** What a sealed address is bound to: its person, so that a row copied to another's opens nowhere. */
export const addressAad = (personId: string): string => `mail address of ${personId}`;

/** What a sealed code is bound to: the one letter that brings it. */
export const codeAad = (deliveryId: string): string => `mail code in ${deliveryId}`;
