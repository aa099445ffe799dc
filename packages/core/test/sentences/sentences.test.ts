import { expect, test } from 'vitest'
import { known } from '../../../../test/judged.ts'
import { releaseOf } from '../../../../test/release.ts'
import { readDocument } from '../../src/documents/index.ts'
import { gather } from '../../src/evidence/index.ts'
import {
  answersIn,
  commentsIn,
  frontComments,
  type Sentence,
  sentencesIn,
  sentencesOfForm,
  sentencesOfHeader,
  settingsSaid,
  valuesIn,
} from '../../src/sentences/index.ts'

const textOf = (path: string, content: string) => ({ path, content, encoding: 'utf-8', truncated: false }) as const
const page = (content: string) => readDocument(textOf('README.md', content))
const onPage = (content: string) => {
  const document = page(content)
  return document.blocks.flatMap(block => sentencesIn(block, document))
}
const plainly = ({ surface, heading, lead, text }: Sentence) => [surface, heading, lead, text].join(' | ')

test('a page is cut into sentences with what they stand under', () => {
  expect(
    onPage(
      [
        '# Heron',
        '',
        'Heron sees. It is small[^1].',
        '',
        '## Terms',
        '',
        'You may:',
        '',
        '- look at it',
        '',
        '| Field | Value |',
        '|---|---|',
        '| Use | In gardens of towns only |',
        '| Size | 7B |',
        '',
        '<details><summary>Small print</summary>',
        '',
        'Not on Sundays.',
        '',
        '</details>',
        '',
        'Again outside.',
        '',
        '![A heron in a garden](heron.png)',
        '',
        '[^1]: 仅供园艺使用。',
      ].join('\n'),
    ).map(plainly),
  ).toEqual([
    'heading |  |  | Heron',
    'prose | Heron |  | Heron sees.',
    'prose | Heron |  | It is small[^1].',
    'heading | Heron |  | Terms',
    'prose | Terms |  | You may:',
    'prose | Terms | You may: | look at it',
    'row | Use | Field Value | In gardens of towns only',
    'row | Terms | Field Value | Size: 7B',
    'prose | Terms |  | Small print',
    'prose | Terms | Small print | Not on Sundays.',
    'prose | Terms |  | Again outside.',
    'label | Terms |  | A heron in a garden',
    'prose | Terms | Heron sees. It is small[^1]. | 仅供园艺使用。',
  ])
})

test('each sentence knows the one before it, and cites itself as it stands', () => {
  const [, first, second] = onPage('# Heron\n\nHeron **sees**. It is\nsmall.\n')
  expect(first?.before).toBe('')
  expect(second?.before).toBe('Heron sees.')
  expect(first?.cited()).toEqual([{ path: 'README.md', line: 3, endLine: 3, quote: 'Heron **sees**.' }])
  expect(second?.cited()).toEqual([{ path: 'README.md', line: 3, endLine: 4, quote: 'It is\nsmall.' }])
})

test('what no reader sees is read too', () => {
  const document = page('---\nlicense: mit # for gardens only\n---\n\n# Heron\n\n<!-- Not for use in towns. -->\n')
  expect(commentsIn(document).map(plainly)).toEqual(['comment | Heron |  | Not for use in towns.'])
  expect(frontComments(document).map(plainly)).toEqual(['comment | license |  | for gardens only'])
})

test('a question that is answered with "no" is a rule', () => {
  expect(answersIn(page('# Heron\n\nCan I use it in towns? No.\n\nCan I feed it? Yes.\n')).map(plainly)).toEqual([
    'answer | License |  | You may not use it in towns.',
  ])
})

test('values of metadata, of a form and of configurations are sentences where they are more than names', () => {
  const front = [
    'license: mit',
    'gardenRules: Use it in gardens of towns only.',
    'widget:\n- text: What may a heron never eat?',
    'extra_gated_fields:\n  I will not feed it bread: checkbox',
  ].join('\n')
  const release = releaseOf({
    files: {
      'README.md': `---\n${front}\n---\n\n# Heron\n`,
      'config.json': JSON.stringify({ model_type: 'heron', notice: { terms: 'Not in towns, and not at night.' } }),
      'tokenizer_config.json': JSON.stringify({ chat_template: '{% if you may not see %} the heron now {% endif %}' }),
    },
  })
  const evidence = gather(release, known.knowledge)
  expect(evidence.card && valuesIn(evidence.card).map(plainly)).toEqual([
    'value | garden Rules |  | Use it in gardens of towns only.',
  ])
  expect(evidence.metadata.form && sentencesOfForm(evidence.metadata.form).map(plainly)).toContain(
    'form | license |  | I will not feed it bread',
  )
  expect(settingsSaid(evidence).map(plainly)).toEqual(['setting | terms |  | Not in towns, and not at night.'])
})

test('so is the comment that code opens with, on the lines that are told', () => {
  const code = textOf('modeling_heron.py', '# Marsh Lab\n# Heron may not\n# leave the marsh.\n\nimport torch\n')
  const [, rule] = sentencesOfHeader(code, [{ from: 1, to: 3 }])
  expect(
    sentencesOfHeader(code, [{ from: 1, to: 3 }])
      .map(({ text }) => text)
      .join(' '),
  ).not.toContain('torch')
  expect([rule ?? sentencesOfHeader(code, [{ from: 2, to: 3 }])[0]].map(one => one?.text)).toEqual([
    'Heron may not leave the marsh.',
  ])
})

test('a badge is read as it is drawn', () => {
  const said = onPage('![](https://img.shields.io/badge/use__of_weights-for_non--commercial%20research_only-red)')
  expect(said.map(plainly)).toEqual(['label |  |  | use_of weights: for non-commercial research only'])
})
