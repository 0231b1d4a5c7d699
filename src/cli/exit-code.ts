/** How a command ends, for scripts to rely on. */
export const EXIT = {
  ok: 0,
  /** Something went wrong; what, was printed on standard error. */
  error: 1,
  /** `ask`: the article does not say. */
  notSaid: 2,
} as const;
