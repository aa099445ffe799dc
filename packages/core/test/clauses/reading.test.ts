import { describe, expect, test } from 'vitest'
import { passagesOf } from '../../src/documents/legal/index.ts'
import { readPassages } from '../../src/licenses/clauses/find.ts'
import { amountsIn } from '../../src/licenses/clauses/kinds/amounts.ts'
import { grantsIn } from '../../src/licenses/grants.ts'
import { saidBy } from '../../src/licenses/read.ts'
import { languageOf } from '../../src/text/language.ts'
import { clausesIn, knowledge } from './known.ts'

describe('amounts', () => {
  const amounts: readonly (readonly [string, number, string?])[] = [
    ['greater than 700 million users', 700_000_000],
    ['usd $1,000,000 in revenue', 1_000_000, 'USD'],
    ['one million united states dollars ($1,000,000)', 1_000_000, 'USD'],
    ['20 million us dollars', 20_000_000, 'USD'],
    ['超过1亿月活用户', 100_000_000],
    ['年收入超过一百万元', 1_000_000, 'CNY'],
    ['人民币1000万元', 10_000_000, 'CNY'],
    ['krw 10 billion', 10_000_000_000, 'KRW'],
    ['€2.5 million', 2_500_000, 'EUR'],
    ['eur 10.000.000', 10_000_000, 'EUR'],
    ['five hundred (500) employees', 500],
  ]
  for (const [text, value, currency] of amounts) {
    test(text, () => {
      const found = amountsIn(text)
      expect(found).toHaveLength(1)
      expect(found[0]).toMatchObject({ value, ...(currency === undefined ? {} : { currency }) })
    })
  }
})

describe('languages', () => {
  const languages: readonly (readonly [string, string, string])[] = [
    ['You may use and share the work, but you may not remove this notice from any of the copies.', 'en', 'English'],
    ['您可以使用、复制和分发本软件，但不得删除本声明。', 'zh', 'Chinese'],
    [
      'Vous pouvez utiliser le logiciel et les données pour vous, dans une copie et par les moyens du contrat.',
      'other',
      'French',
    ],
    [
      'Sie dürfen die Software nicht ohne den Hinweis und das Recht mit der Lizenz von dem Urheber nutzen.',
      'other',
      'German',
    ],
    [
      'El usuario puede usar los datos y las copias para una obra, con el aviso del autor y por su cuenta.',
      'other',
      'Spanish',
    ],
    [
      'Você pode usar os dados e o software em uma obra, com o aviso do autor, não por conta da licença.',
      'other',
      'Portuguese',
    ],
    [
      'Il software e gli allegati della licenza non sono per una copia del prodotto che il titolare con il nome di altri.',
      'other',
      'Italian',
    ],
    ['このソフトウェアは、次の条件に従って使用することができます。ライセンスを読んでください。', 'other', 'Japanese'],
    ['이 소프트웨어는 다음 조건에 따라 사용할 수 있습니다. 라이선스를 읽어 주십시오.', 'other', 'Korean'],
    ['Вы можете использовать программу при соблюдении следующих условий.', 'other', 'Russian'],
  ]
  for (const [text, read, name] of languages) test(name, () => expect(languageOf(text)).toEqual({ read, name }))

  test('a text in a language without wordings has no clauses', () => {
    expect(
      clausesIn('Nie wolno używać tego modelu do celów wojskowych ani do nadzoru przez firmy lub urzędy.'),
    ).toEqual([])
  })

  test('a text in a language that has wordings has the clauses that these say', () => {
    const text =
      'Sie dürfen das Modell nicht für den militärischen Gebrauch und die Überwachung von Personen verwenden.'
    expect(clausesIn(text).map(({ kind }) => kind)).toContain('field.military')
  })
})

test.each([
  ['If you sue anyone over patents, all your rights end.', 'asks', { ends: 'all rights', over: 'anything' }],
  [
    'Whoever files a lawsuit alleging that the Model infringes a patent loses all rights.',
    'harmless',
    { ends: 'all rights', over: 'the work' },
  ],
  [
    'If you institute patent litigation against any entity, any patent licenses granted to you terminate.',
    'harmless',
    { ends: 'patent rights', over: 'anything' },
  ],
])('%s weighs by what ends and what the suit is over: %s', (text, weighs, parameters) => {
  expect(clausesIn(text)).toMatchObject([{ kind: 'lit.patent', weighs, parameters }])
})

const grantsOf = (text: string) => grantsIn(readPassages(text, passagesOf(text), knowledge).granting)

describe('grants', () => {
  const grants = (text: string) => grantsOf(text).grants
  test('a grant "to use" alone gives nothing else', () => {
    expect(grantsOf('Heron grants you a limited license to use the Model.')).toEqual({
      grants: ['use'],
      missing: ['copy', 'modify', 'distribute', 'sublicense', 'patent'],
    })
  })
  test('a list of acts', () => {
    expect(
      grants('Permission is hereby granted to use, copy, modify, publish, distribute and sublicense the work.'),
    ).toEqual(['use', 'copy', 'modify', 'distribute', 'sublicense'])
    expect(grants('You may:\n- copy the data;\n- share it;\n- adapt it.')).toEqual(['copy', 'modify', 'distribute'])
    expect(grants('Redistribution and use, with or without modification, are permitted.')).toEqual([
      'use',
      'copy',
      'modify',
      'distribute',
    ])
  })
  test('a ban, a grant to the licensor and "non-sublicensable" grant nothing', () => {
    expect(grants('You may not modify or distribute the Model.')).toEqual([])
    expect(grants('You hereby grant Heron a license to use and modify your feedback.')).toEqual([])
    expect(grants('You are granted a non-sublicensable license to use the Model.')).toEqual(['use'])
  })
  test('a patent license and Chinese', () => {
    expect(grants('Each author grants you a patent license to make and use the work.')).toContain('patent')
    expect(grants('许可方授予您使用、复制、修改和分发本模型的许可。')).toEqual(['use', 'copy', 'modify', 'distribute'])
  })
})

describe('self-labels', () => {
  const labels = (text: string) => saidBy(clausesIn(text), 'selflabel').map(({ says, line }) => [says, line])
  test('what a text calls itself', () => {
    expect(labels('Heron License\n\nThis is an open source license. The weights are open weights.')).toEqual([
      ['open source', 3],
      ['open weights', 3],
    ])
  })
  test('what it says of others is no label', () => {
    expect(
      labels('It was inspired by permissive open source licenses and contains third-party open source components.'),
    ).toEqual([])
  })
})

describe('defects', () => {
  const defects = (text: string) => saidBy(clausesIn(text), 'text.defect').map(({ says, line }) => [says, line])
  test('a blank left in', () =>
    expect(defects('Terms.\n\nWe post changes at [INSERT URL].')).toEqual([['a blank is left in: [INSERT URL]', 3]]))
  test('an attachment that is not there', () => {
    expect(defects('You must obey Attachment A.')).toEqual([['Attachment A is referred to and is not in the text', 1]])
    expect(defects('You must obey Attachment A.\n\nATTACHMENT A\n\nBe kind.')).toEqual([])
  })
  test('the blanks of an appendix that shows how to apply a license are meant', () => {
    expect(defects('APPENDIX: How to apply the license\n\nCopyright [yyyy] [name of copyright owner]')).toEqual([])
  })
  test('a contradiction', () => {
    expect(defects('You get a revocable license to use it.\n\nYour license is perpetual and irrevocable.')).toEqual([
      ['the grant is called revocable here and irrevocable elsewhere', 1],
    ])
  })
})

describe('clauses', () => {
  test('are quoted with the emphasis that opens before their first word', () => {
    const [clause] = clausesIn('- **Trade**: you may not use the tune commercially.\n')
    expect(clause).toMatchObject({
      kind: 'purpose.noncommercial',
      quote: '**Trade**: you may not use the tune commercially.',
    })
  })

  test('stand at their own line in a long wrapped sentence, with a quote from there', () => {
    const text =
      'Subject to these terms and to all that was said above about\nthe many parties, you agree that neither you nor any of your friends will do harm, and that you\nwill obey, and that the products\nshall not be used for military purposes.'
    const [clause] = clausesIn(text).filter(({ kind }) => kind === 'field.military')
    expect(clause).toMatchObject({ mode: 'ban', weighs: 'blocks' })
    const lines = text
      .split('\n')
      .slice((clause?.line ?? 1) - 1, clause?.endLine)
      .join('\n')
    expect(lines).toContain(clause?.quote)
    expect(clause?.quote).toContain('military')
  })

  test('ask to show the words behind "display", whatever is quoted at length before', () => {
    const notice = 'This Heron Model is licensed under the Heron Community License, Copyright (c) Heron Labs, Inc.'
    const says = (text: string) => clausesIn(text).find(({ kind }) => kind === 'share.branding')?.parameters
    expect(
      says(
        `You shall: (i) retain this notice within a "Notice" text file: "${notice} All Rights Reserved", ` +
          'and (ii) prominently display "Powered by Heron" on a related website.',
      ),
    ).toEqual({ text: 'Powered by Heron' })
  })

  test('that say the same side by side are one, with other amounts two', () => {
    const same = 'You may not use it for military purposes. You may not use it for warfare.'
    expect(clausesIn(same).filter(({ kind }) => kind === 'field.military')).toHaveLength(1)
    const other =
      'If you have over 100,000 users you must request a license from us. If you have over 900,000 users you must request a license from us.'
    expect(clausesIn(other).filter(({ kind }) => kind === 'scale.users')).toHaveLength(2)
  })
})
