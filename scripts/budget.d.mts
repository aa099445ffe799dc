/** How many gzipped bytes each room may have; they come to the sum. */
export interface Budget {
  readonly sum: number
  readonly rooms: Readonly<Record<string, number>>
}
/** The rooms below a folder, loose files as one, each with its bytes. */
export function measured(root: string): ReadonlyMap<string, number>
/** What is wrong with the numbers, a sentence each. */
export function overdrawn(budget: Budget, now: ReadonlyMap<string, number>): readonly string[]
/** The same numbers, each as low as it may be now. */
export function lowered(budget: Budget, now: ReadonlyMap<string, number>): Budget
