/** What an exit code says. */
export const EXIT = { holds: 0, fails: 1, trouble: 2 } as const
