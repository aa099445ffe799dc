import { binds, bindsHolder } from './binding.ts'
import { titleLength } from './title.ts'
import { tokenize } from './tokens.ts'

/** Lines every license file may have of its own: whose it is, what it is called, where its points are numbered. */

const HOLDER = /^\W*(?:portions )?(?:copyright|copyrights|\(c\)|©|版权所有|著作权)/i
const TAG = /^\W*SPDX-(?:License-Identifier|FileCopyrightText):/i

/** more than the names of any company; longer text below a copyright line is not its continuation */
const LONGEST_HOLDER = 40

const encoder = new TextEncoder()

/** Whether a line begins as a copyright notice does. */
export const isHolderLine = (line: string): boolean => HOLDER.test(line)

/** Whether words of a file that are in no known text say nothing: a title, a holder, a tag, a number. */
export function isAllowed(text: string): boolean {
  let holder = false
  return text.split('\n').every(line => {
    if (!/[\p{L}\p{N}]/u.test(line)) {
      holder = false
      return true
    }
    const { hashes } = tokenize(encoder.encode(line))
    if (TAG.test(line)) return true
    holder ||= isHolderLine(line)
    if (holder) return hashes.length <= LONGEST_HOLDER && !bindsHolder(hashes, 0, hashes.length)
    return !binds(hashes, 0, hashes.length) && isTitle(line)
  })
}

/** Whether a line by itself reads as a title; `titleLength` asks for more words after it. */
function isTitle(line: string): boolean {
  const bytes = encoder.encode(`${line}\n\n‹body›\n`)
  const words = tokenize(bytes)
  return titleLength(bytes, words) === words.hashes.length - 1
}
