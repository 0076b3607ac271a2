/** How much text may still be made of a value, and the containers around the part in hand. */
export interface TextBudget {
  left: number;
  readonly around: unknown[];
}

/** Whether a value lies inside itself. */
export const isAround = ({ around }: TextBudget, value: unknown): boolean => {
  for (let index = 0; index < around.length; index++) if (around[index] === value) return true;
  return false;
};
