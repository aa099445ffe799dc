import type { Passage } from './clause.ts'

/** longer than any row or line that names a matter and answers it */
const LONGEST = 260
const ROW = /^(?:\| ?)?([^|]{2,70}?) \| ([^|]{1,180})/
const LINE = /^([^:|.?]{2,40}): ([^|]{1,120})$/

/**
 * Where the answer of a table row, or of a short line with a colon, begins: "Redistribution | not allowed"; -1 when the
 * passage is neither, or names another matter or gives another answer. The matter must begin the row.
 */
export const rowSays = ({ lower: text }: Passage, matter: RegExp, answer: RegExp): number => {
  if (text.length > LONGEST || !/[|:]/.test(text)) return -1
  const row = ROW.exec(text) ?? LINE.exec(text)
  const [whole = '', label = '', value = ''] = row ?? []
  if (row === null || label.length > 60 || !matter.test(label)) return -1
  return answer.test(value) ? whole.length - value.length : -1
}

/** "not allowed", "none", "✗" */
export const SAYS_NO: RegExp =
  /^[^a-z0-9\u4e00-\u9fff]*(?:(?:strictly |expressly )?(?:no(?:ne|t)?\b|never\b|prohibited|forbidden|excluded|disallowed|banned|denied)|不(?:允许|可|得|授予|包括)|禁止|无|否)|^\W{0,2}[✗✘❌⛔×]/
/** "yes", "required" */
export const SAYS_YES: RegExp =
  /^[^a-z0-9\u4e00-\u9fff]*(?:yes|required|mandatory|obligatory|compulsory|must|always|needed|applies|需要|必须|是|有)/
