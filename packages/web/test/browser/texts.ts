import { createRequire } from 'node:module'
import { examplesOf, files } from '../../../core/test/clauses/sentences.ts'

/** An invented license with a clause of each mode. */
export const HEDGEROW = `Hedgerow Model License 1.0

1. Grant. You are granted a non-exclusive, worldwide, royalty-free license to use, copy, modify and \
distribute the Model.

2. Conditions. You must retain this notice in all copies of the Model that you distribute.
You may not use the Model for military purposes.
If your products have more than 100 million monthly active users, you must request a license from Hedgerow.

3. You are encouraged to display "Powered by Hedgerow" on your page.

4. Law. This license is governed by the laws of the place where Hedgerow sits.
`

/** The same with a clause in which markup and script stand. */
export const HOSTILE = `${HEDGEROW}
5. You may not use the Model for <img src="/hostile" onerror="document.title='run'"> surveillance. \
<script>document.title='run'</script>
`

/** An invented license of about so many characters, of the sentences by which every kind of clause is known. */
export function longLicense(length: number): string {
  const english = files.filter(({ language }) => language === 'en')
  const sentences = english.flatMap(file => examplesOf(file).map(({ text }) => text))
  const paragraphs: string[] = ['Hedgerow Model License 2.0']
  let size = 0
  for (let at = 0; size < length; at++) {
    // far apart in the list, so that all kinds come
    const sentence = sentences[(at * 37) % sentences.length] ?? ''
    paragraphs.push(`${at + 1}. ${sentence}`)
    size += sentence.length + 6
  }
  return paragraphs.join('\n\n')
}

/** The text of a license on the SPDX list, from the package that has it. */
export function spdxText(id: string): string {
  return createRequire(import.meta.url)('spdx-license-list/full')[id].licenseText
}
