import { describe, expect, test } from 'vitest'
import { passagesOf } from '../../src/documents/legal/index.ts'

const texts = (text: string) => passagesOf(text).map(passage => passage.text)

describe('a legal text is split into passages', () => {
  test('sentences end at full stops, not at decimal points, section numbers, abbreviations or ellipses', () => {
    expect(
      texts(
        'Heron 3.1 is covered. See Section 2.3. of these terms, e.g. the list by Heron Inc. and others... all of it. You may use it.',
      ),
    ).toEqual([
      'Heron 3.1 is covered.',
      'See Section 2.3. of these terms, e.g. the list by Heron Inc. and others... all of it.',
      'You may use it.',
    ])
  })

  test('a section number that opens a sentence stays with it', () => {
    expect(texts('Section 2.3. Restrictions apply.')).toEqual(['Restrictions apply.'])
    expect(texts('As Section 2.3. says, you may not sell it.')).toEqual(['As Section 2.3. says, you may not sell it.'])
  })

  test('wrapped lines and broken words are joined, and the lines are kept', () => {
    const [passage] = passagesOf('\n\nA license that is non-\ntransferable and\nroyalty-free.')
    expect(passage).toMatchObject({ text: 'A license that is non-transferable and royalty-free.', line: 3, endLine: 5 })
  })

  test('a word broken by the printer loses its hyphen when it is written whole elsewhere', () => {
    expect(texts('Any com-\nmercial use is commercial.')).toEqual(['Any commercial use is commercial.'])
  })

  test('list items carry the sentence that introduces them, also nested ones', () => {
    const passages = passagesOf(
      'You agree not to:\n\n1. Break the law, including to:\n   a. Harm people\n   b. Steal\n2. Spread spam\n\nYou may stop.',
    )
    expect(passages.map(({ text, lead, line }) => [line, text, lead])).toEqual([
      [1, 'You agree not to:', ''],
      [3, 'Break the law, including to:', 'you agree not to:'],
      [4, 'Harm people', 'you agree not to: break the law, including to:'],
      [5, 'Steal', 'you agree not to: break the law, including to:'],
      [6, 'Spread spam', 'you agree not to:'],
      [8, 'You may stop.', ''],
    ])
  })

  test('a list goes on with whatever number, as far in as it stands', () => {
    const passages = passagesOf(
      `You agree not to:

1. Break the law, such as:
    1. By plans, including to:
        1. Steal
        2. Burn
    1. Insult people
    3. Cheat people
2. Endanger people, by:
    8. War
    9. Guns
3. Deceive people
`,
    )
    const law = 'you agree not to: break the law, such as:'
    const danger = 'you agree not to: endanger people, by:'
    expect(passages.slice(1).map(({ text, lead }) => [text, lead])).toEqual([
      ['Break the law, such as:', 'you agree not to:'],
      ['By plans, including to:', law],
      ['Steal', `${law} by plans, including to:`],
      ['Burn', `${law} by plans, including to:`],
      ['Insult people', law],
      ['Cheat people', law],
      ['Endanger people, by:', 'you agree not to:'],
      ['War', danger],
      ['Guns', danger],
      ['Deceive people', 'you agree not to:'],
    ])
  })

  test('an item that ends in a colon leads no item beside it', () => {
    const leads = (text: string) => passagesOf(text).flatMap(({ text, lead }) => (lead ? [[text, lead]] : []))
    expect(leads('1. You must not:\na. sell it;\n2. You may:\n(i) lend it;\n3. It ends.\na. One.\n')).toEqual([
      ['sell it;', 'you must not:'],
      ['lend it;', 'you may:'],
    ])
    expect(leads('- a. You must not:\n  - sell it;\n- b. You may lend it.\n\nYou may read it.\n')).toEqual([
      ['sell it;', 'a. you must not:'],
    ])
    expect(leads('一、使用者不得：\n（一）出售模型；\n二、可以修改：\n1. 权重。\n三、协议终止。\n')).toEqual([
      ['出售模型；', '使用者不得：'],
      ['权重。', '可以修改：'],
    ])
  })

  test('a list after a list of links is led by its own sentence', () => {
    const passages = passagesOf(
      '- [Free](#free)\n- [Company](#company)\n\n# Free\n\nIt is free if you are:\n\n- a school',
    )
    expect(passages.at(-1)).toMatchObject({ text: 'a school', lead: 'it is free if you are:' })
  })

  test('bullets at three depths keep their own leads', () => {
    const passages = passagesOf(
      'Not allowed:\n* Crime, such as:\n    * Theft, such as:\n        * Cars\n    * Fraud\n* Spam',
    )
    expect(passages.map(({ text, lead }) => [text, lead])).toEqual([
      ['Not allowed:', ''],
      ['Crime, such as:', 'not allowed:'],
      ['Theft, such as:', 'not allowed: crime, such as:'],
      ['Cars', 'not allowed: crime, such as: theft, such as:'],
      ['Fraud', 'not allowed: crime, such as:'],
      ['Spam', 'not allowed:'],
    ])
  })

  test('numbered sections are governed by no list', () => {
    const passages = passagesOf(
      '1. GRANT\n\nYou may use it.\n\n2. LIMITS\n\nYou may not:\n\na. sell it;\nb. rent it.\n\n3. NOTICES\n\nKeep this text.',
    )
    expect(passages.find(({ text }) => text === 'Keep this text.')).toMatchObject({ lead: '', heading: 'notices' })
    expect(passages.find(({ text }) => text === 'rent it.')).toMatchObject({ lead: 'you may not:', heading: 'limits' })
  })

  test('paragraphs without bullets are governed by the sentence that ends in a colon', () => {
    const [, first, second] = passagesOf('You may not use the work:\n\nfor harm;\n\nSpreading of lies.')
    expect([first?.lead, second?.lead]).toEqual(['you may not use the work:', 'you may not use the work:'])
  })

  test('a wrapped line that begins with "(iii)" goes on with its sentence', () => {
    expect(texts('You may not use it for (i) profit, (ii) war, or\n(iii) spying.')).toEqual([
      'You may not use it for (i) profit, (ii) war, or (iii) spying.',
    ])
  })

  test('a numbered paragraph is no item of the numbered heading before it', () => {
    const passages = passagesOf(
      '1. Prohibited Actions\n\n- Spam\n\n2. U.S. Copyright Act: every customer must answer notices.\n',
    )
    expect(passages.map(({ text, lead }) => [text, lead])).toEqual([
      ['Prohibited Actions', ''],
      ['Spam', 'prohibited actions'],
      ['U.S. Copyright Act: every customer must answer notices.', ''],
    ])
  })

  test('the parts of a chapter that forbids stand under it, the title of a text and a part that allows do not', () => {
    const leads = (text: string) => passagesOf(text).map(({ lead }) => lead)
    expect(leads('# Policy\n\n## Prohibited uses\n\n### Safety\n- Weapons\n')).toEqual(['', '', '', 'prohibited uses'])
    expect(leads('# Prohibited uses\n\n## Safety\n- Weapons\n')).toEqual(['', '', ''])
    expect(leads('# Policy\n\n## Prohibited uses\n\n### Exceptions\n- Museums\n')).toEqual(['', '', '', ''])
  })

  test('HTML, Markdown decoration, curly quotes and a byte order mark go, and what a comment says stays', () => {
    expect(
      texts(
        '\ufeff<p>The **“Work”** is<br>free &amp; _open_.</p><ul><li>Keep [this](https://heron.example/x).</li></ul><!-- not\nthis -->',
      ),
    ).toEqual(['The "Work" is free & open.', 'Keep this (https://heron.example/x).', 'not this'])
    expect(
      passagesOf('<p>One.</p>\n<script>\nlet a = "Two."\n</script>\n<p>Three.</p>').map(({ text, line }) => [
        text,
        line,
      ]),
    ).toEqual([
      ['One.', 1],
      ['Three.', 5],
    ])
  })

  test('Chinese and English in one file are told apart', () => {
    const passages = passagesOf(
      '三、限制\n\n您不得出售本\n软件。您可以使用。\n\n3. Limits\n\nYou may not sell the Software.',
    )
    expect(passages.map(({ text, language, line }) => [line, language, text])).toEqual([
      [1, 'zh', '限制'],
      [3, 'zh', '您不得出售本软件。'],
      [4, 'zh', '您可以使用。'],
      [6, 'en', 'Limits'],
      [8, 'en', 'You may not sell the Software.'],
    ])
  })

  test('the letter of an item may stand right before Chinese', () => {
    expect(passagesOf('您须满足以下条件：\na.保留声明；\nb.附上本协议。').map(({ text }) => text)).toEqual([
      '您须满足以下条件：',
      '保留声明；',
      '附上本协议。',
    ])
  })

  test('placeholders in angle brackets are no HTML', () => {
    expect(texts('Copyright <YEAR> by <INSERT NAME>.')).toEqual(['Copyright <YEAR> by <INSERT NAME>.'])
  })

  test('lines of a check list are items and keep their marks', () => {
    const passages = passagesOf('You may not:\n❌ Sell the model\n❌ Share the model\n\n✅ Keep it')
    expect(passages.map(({ line, text, lead }) => [line, text, lead])).toEqual([
      [1, 'You may not:', ''],
      [2, '❌ Sell the model', 'you may not:'],
      [3, '❌ Share the model', 'you may not:'],
      [5, '✅ Keep it', 'you may not:'],
    ])
  })

  test('an item that ends in "; and" is followed by another item', () => {
    const passages = passagesOf('The result is:\n(a) public; and\n(b) free.')
    expect(passages.map(({ line, text }) => [line, text])).toEqual([
      [1, 'The result is:'],
      [2, 'public; and'],
      [3, 'free.'],
    ])
  })

  test('what is said to those who do not accept the terms governs no list', () => {
    const passages = passagesOf('If you do not agree to these terms you may not use the Model:\n1. Keep this notice.')
    expect(passages.map(({ text, lead }) => [text, lead])).toEqual([
      ['If you do not agree to these terms you may not use the Model:', ''],
      ['Keep this notice.', ''],
    ])
  })

  test('a sentence has its own small letters, whatever stands beside it', () => {
    // the small letters of this capital are two
    const [one, other] = passagesOf('You may not sell it. We are in İzmir.')
    expect([one?.lower, other?.lower]).toEqual(['you may not sell it.', 'We are in İzmir.'])
  })
})
