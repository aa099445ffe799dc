/** What an exit code says. */
export const EXIT = { holds: 0, fails: 1, trouble: 2 } as const

/** Prints what came of a command, and gives its exit code, which a pipe that is closed then ends the process with. */
export function printed(text: string, code: number = EXIT.holds): number {
  process.exitCode = code
  process.stdout.write(text)
  return code
}

/** Tells something beside the results. */
export const tell = (says: string): void => console.error(`unwash: ${says}`)
