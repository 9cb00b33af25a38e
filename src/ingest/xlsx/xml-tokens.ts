/** Tokens. MORE: the data ends inside a token, so feed or finish. PASSED: a comment or the like, of no interest. */
export const MORE = 0;
export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export const PASSED = 4;
export const END = 5;
