/** How many questions may still be asked, by all who share it. */
export interface QuestionLimit {
  /** Whether there was one left. It is used up by that. */
  readonly take: () => boolean;
}

/** @param most questions in all, whichever servers they go to */
export function questionLimit(most: number): QuestionLimit {
  let left = most;
  return {
    take() {
      if (left === 0) return false;
      left -= 1;
      return true;
    },
  };
}

export const NO_LIMIT: QuestionLimit = { take: () => true };
