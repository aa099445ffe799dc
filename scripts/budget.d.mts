/** How much there may be to read: lines of all and of each room, and three numbers more. */
export interface Budget {
  /** of `.ts` and `.tsx` in `packages/<name>/src`; the rooms come to it */
  readonly lines: number
  readonly files: number
  /** in a thousand lines */
  readonly branches: number
  /** functions of one or two lines with one caller */
  readonly short: number
  /** by `package/room` */
  readonly rooms: Readonly<Record<string, number>>
}
/** A file of a package. */
export interface SourceFile {
  readonly path: string
  readonly room: string
  readonly text: string
}
/** The sources of a repository. */
export function sources(root: string): readonly SourceFile[]
/** The same numbers as they are now. */
export function measured(root: string): Budget
/** What is wrong with the numbers, a sentence each. */
export function overdrawn(budget: Budget, now: Budget): readonly string[]
/** The same numbers, each as low as it may be now. */
export function lowered(budget: Budget, now: Budget): Budget
