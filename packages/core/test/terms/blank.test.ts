import { describe, expect, test } from 'vitest'
import { reportOn, reportWith } from '../../../../test/judged.ts'
import { spdx } from '../texts.ts'

const MIT = spdx('MIT')
const BLANKS = [
  ['no letter', ''] as const,
  ['blanks', '\n \n\t\n'] as const,
  ['what nobody sees', '\ufeff\u200b\n'] as const,
]

test('a page that is titled as another version than the release is called is told', () => {
  const notes = (title: string) => reportOn({ name: 'Heron2.5', files: { 'README.md': `# ${title}\n` } }).notes
  const says = 'The page is titled Heron3: what it says is of that, and may not be of Heron2.5'
  expect(notes('Heron3')).toContainEqual({ says })
  for (const title of ['Heron 2.5', 'Heron 2-5', 'Heron', 'Tern3', 'Heron2.5-7B'])
    expect(notes(title)).not.toContainEqual({ says })
})

describe.each(BLANKS)('a legal file with %s', (_, blank) => {
  test('is no offer of weights, whatever it is called', () => {
    const { term, notes } = reportOn({ files: { 'README.md': '# Heron\n', LICENSE: MIT, 'LICENSE-MODEL': blank } })
    expect(term).toMatchObject({ id: 'undetermined', floor: 'undetermined' })
    expect(notes).toContainEqual({ says: 'LICENSE-MODEL is blank: it gives no terms', path: 'LICENSE-MODEL' })
    // words in it are one
    const worded = reportOn({ files: { 'README.md': '# Heron\n', LICENSE: MIT, 'LICENSE-MODEL': MIT } })
    expect(worded.term.id).toBe('open-weights-ai')
  })

  test('takes nothing from what is said without it, and is told', () => {
    const { term, notes } = reportWith({ 'README.md': '---\nlicense: mit\n---\n\n# Heron\n', LICENSE: blank })
    expect(term.floor).toBe('open-weights-ai')
    expect(notes.map(({ path }) => path)).toContain('LICENSE')
  })

  test.each(['The weights are under LICENSE-MODEL.', 'The weights are under the [Model License](LICENSE-MODEL).'])(
    'is not made up for by another where a sentence puts the weights under it: %s',
    sentence => {
      const { term } = reportWith({ 'README.md': `# Heron\n\n${sentence}\n`, LICENSE: MIT, 'LICENSE-MODEL': blank })
      expect(term.floor).toBe('undetermined')
    },
  )
})
