/** Several patterns of which one is enough; each short enough to be read. */
interface Patterns {
  test(text: string): boolean
}

/** Makes one of several, none of which may be global. */
export const anyOf = (...patterns: readonly RegExp[]): Patterns => ({
  test: text => patterns.some(pattern => pattern.test(text)),
})
