/**
 * One sentence, list item or table row of a legal text, made ready for matching, with the way back to its lines.
 * `text` is on one line: spaces folded, quotes straight, markup and list markers gone, words broken over a line
 * rejoined, HTML tags gone; case is kept. Decimal points and section numbers do not end a passage.
 */
export interface Passage {
  readonly text: string
  /** `text` in lower case, Chinese in simplified letters: letter for letter */
  readonly lower: string
  /** the nearest heading above, lower case; '' at the top */
  readonly heading: string
  /** of a list item, the sentence that introduces the list ("You agree not to use the model:"), lower case; else '' */
  readonly lead: string
  readonly line: number
  readonly endLine: number
  readonly language: 'en' | 'zh'
}
