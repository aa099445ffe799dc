const ofTest: (() => unknown)[] = []
const ofFile: (() => unknown)[] = []

/** Does something when the test that runs has ended. */
export const whenTestEnds = (end: () => unknown): void => void ofTest.push(end)

/** Does something when the tests of this file have ended. */
export const whenFileEnds = (end: () => unknown): void => void ofFile.push(end)

/** Ends what the test that ran has begun. */
export const endTest = (): Promise<void> => endAll(ofTest)

/** Ends what the tests of this file have begun. */
export const endFile = (): Promise<void> => endAll(ofFile)

/** What was begun last ends first: a server before the store that it asks. */
async function endAll(ends: (() => unknown)[]): Promise<void> {
  for (const end of ends.splice(0).reverse()) await end()
}
