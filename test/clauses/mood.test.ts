import { describe, expect, test } from 'vitest'
import { actorBefore } from '../../src/licenses/actor.ts'
import { isBannedOutright, moodAt } from '../../src/licenses/mood.ts'
import { passagesOf } from '../../src/licenses/passages.ts'

/** The mood of `word` in the passage that holds it. */
function moodOf(text: string, word: string) {
  const passage = passagesOf(text).find(({ lower }) => lower.includes(word))
  return passage ? (moodAt(passage, passage.lower.indexOf(word))?.mode ?? null) : 'no such word'
}

function outright(text: string, word: string) {
  const passage = passagesOf(text).find(({ lower }) => lower.includes(word))
  return passage !== undefined && isBannedOutright(passage, passage.lower.indexOf(word))
}

describe('the mood of an act', () => {
  test.each([
    ['You may not train another model.', 'train', 'ban'],
    ['You may use the model but shall not train another.', 'train', 'ban'],
    ['Neither you nor your affiliates may train another model.', 'train', 'ban'],
    ['Training another model is strictly prohibited.', 'training', 'ban'],
    ['You agree not to train another model.', 'train', 'ban'],
    ['If you train another model, you shall include a notice.', 'train', null],
    ['If you train another model, you shall include a notice.', 'include', 'duty'],
    ['If you distribute the model, you should include a notice.', 'include', 'duty'],
    ['You should include a notice.', 'include', 'plea'],
    ['You are encouraged to include a notice.', 'include', 'plea'],
    ['We may terminate the license.', 'terminate', 'grant'],
    ['You must not remove a notice when you distribute copies.', 'distribute', null],
    ['This includes but is not limited to distribution.', 'distribution', null],
    ['您不得使用输出训练其他模型。', '训练', 'ban'],
    ['您应当标注来源。', '标注', 'duty'],
    ['您可以使用输出训练其他模型。', '训练', 'grant'],
    ['许可方提供模型。', '提供', null],
    ['您无需登记。', '登记', null],
  ])('%s – %s: %s', (text, word, mode) => {
    expect(moodOf(text, word)).toBe(mode)
  })

  test('comes from the sentence that leads a list', () => {
    expect(moodOf('You agree that you will not:\n\n- train another model;\n- remove notices.\n', 'train')).toBe('ban')
  })
})

describe('a ban outright', () => {
  test.each([
    ['You may not distribute the model.', true],
    ['You may not copy, publish or distribute the model.', true],
    ['If you cannot keep both terms, you may not distribute the model.', false],
    ['You may not use our name in advertising that helps to distribute the model.', false],
    ['You may distribute the model.', false],
  ])('%s – %s', (text, banned) => {
    expect(outright(text, 'distribute')).toBe(banned)
  })
})

describe('who acts', () => {
  test.each([
    ['you may terminate', 'you'],
    ['either party may terminate', 'either'],
    ['heron labs may terminate', 'other'],
    ['the licensee and its affiliates may terminate', 'you'],
    ['用户可以终止', 'you'],
  ] as const)('%s: %s', (text, actor) => {
    const verb = text.search(/may|可以/)
    expect(actorBefore(text, verb)).toBe(actor)
  })
})
