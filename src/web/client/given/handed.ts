/** in the storage of this window alone, which no server sees */
const KEY = 'unwash.text'

/** Leaves a text for the tool of another page of this site; whether there was room for it. */
export function leaveText(text: string): boolean {
  try {
    sessionStorage.setItem(KEY, text)
    return true
  } catch {
    // no storage is allowed, or the text is too long for it
    return false
  }
}

/** Takes the text that the first page left, if it left one; it is there once. */
export function takeText(): string | null {
  try {
    const text = sessionStorage.getItem(KEY)
    sessionStorage.removeItem(KEY)
    return text
  } catch {
    return null
  }
}
