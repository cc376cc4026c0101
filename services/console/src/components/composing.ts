/** What browsers say of every key that an input method takes for itself. */
const TAKEN_BY_INPUT_METHOD = 229;

/** An input method composes: whatever is pressed is its own, Enter too. */
export const isComposing = ({
  isComposing: composes,
  keyCode,
}: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean => composes || keyCode === TAKEN_BY_INPUT_METHOD;
