import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/documents/index.ts'
import { unreadLanguage } from '../../src/documents/language.ts'
import { gathered } from '../evidence/gathered.ts'

const of = (sentence: string) =>
  unreadLanguage(
    readDocument({
      path: 'README.md',
      content: `# Heron\n\n${`${sentence} `.repeat(12)}\n`,
      encoding: 'utf-8',
      truncated: false,
    }),
  )

describe('a document in a language whose words are not read', () => {
  test.each([
    ['German', 'Das Modell wurde mit einem großen Korpus von Briefen trainiert und ist nicht für den Einsatz gedacht.'],
    ['French', 'Le modèle est entraîné sur un corpus de lettres et nous le donnons pour les besoins des marais.'],
    ['Spanish', 'El modelo se entrenó con las cartas del río y los datos que se dan por una licencia.'],
    [
      'Vietnamese',
      'Mô hình này được huấn luyện với các bức thư của dòng sông và không cho các mục đích khác trong một năm.',
    ],
    ['Japanese', 'このモデルは川の手紙をもとにして作られました。ライセンスについてはこちらをご覧ください。'],
    ['Korean', '이 모델은 강의 편지로 만들어졌습니다. 라이선스는 아래를 참고하십시오.'],
    ['Arabic', 'تم تدريب هذا النموذج على رسائل النهر ولا يمكن استخدامه في أغراض أخرى.'],
  ])('%s', (language, sentence) => expect(of(sentence)).toBe(language))

  test.each([
    'The model was trained on letters of the river, and it is given to you for this use.',
    '该模型在河流书信上训练，许可证见下文，使用前请阅读并同意相关条款。',
    'HellaSwag MMLU GSM8K ARC TruthfulQA Winogrande BBH',
    'Das Modell ist ein Sprachmodell. The model is a language model of the river, and this is for you to read with it.',
  ])('and one that is: %s', sentence => expect(of(sentence)).toBeNull())
})

test('of a card in such a language nothing is called absent, and a note says so', () => {
  const card =
    '# Heron\n\n' +
    `${'Le modèle est entraîné sur un corpus de lettres et nous le donnons pour les marais. '.repeat(8)}\n`
  const evidence = gathered({ files: { 'README.md': card } })
  const absent = evidence.components.filter(({ presence }) => presence === 'absent').map(({ id }) => id)
  expect(absent.filter(id => !id.includes('weights'))).toEqual([])
  expect(evidence.notes).toContainEqual({ path: 'README.md', says: expect.stringContaining('is in French') })
})
