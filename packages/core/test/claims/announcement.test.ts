import { describe, expect, test } from 'vitest'
import { known, reportWith } from '../../../../test/judged.ts'
import { readAnnouncement } from '../../src/announcement.ts'
import { ClaimsReport } from '../../src/claims/report.ts'
import { readDocument } from '../../src/documents/index.ts'
import { PIER } from '../texts.ts'

const { knowledge } = known
const document = (path: string, content: string) => readDocument({ path, content, encoding: 'utf-8', truncated: false })
const read = (content: string, path = 'news.md') => readAnnouncement([document(path, content)], null, knowledge)

describe('an announcement', () => {
  test('is checked against dated facts of the model that its sentence names', () => {
    const report = read('Llama 3.1 405B is the largest open-source model of the year.\n')
    expect(ClaimsReport.parse(report).claims).toMatchObject([{ check: 'contradicted', strength: 'flat' }])
    expect(report.releases).toMatchObject([{ by: 'knowledge', place: null }])
  })

  test('of something not known is listed, and not checked', () => {
    const report = read('Hedgerow Wren is an open-source model.\n')
    expect(report.releases).toEqual([])
    expect(report.claims).toMatchObject([{ kind: 'open-source', check: 'undetermined' }])
    expect(report.findings.map(finding => finding.kind)).toEqual(['release-not-known'])
  })

  test('that speaks of another thing beside a known model says nothing of the model', () => {
    const report = read('We are releasing Llama 3.1 today.\n\nOur new tool Zork is open source.\n')
    expect(report.claims).toMatchObject([{ check: 'undetermined' }])
  })

  test.each([
    ['DeepSeek hat heute sein Modell R1 veröffentlicht. Das Modell ist Open Source.', 'DeepSeek-R1'],
    ['Moonshot AI released Kimi K2 today. Kimi K2 beats GPT-2. The model is fully open source.', 'Kimi K2'],
    ['OpenAI lançou o gpt-oss-120b, um modelo de código aberto.', 'gpt-oss'],
  ])('finds the model that is meant by its family and version, or as what the text is about: %s', (text, name) => {
    const report = read(`${text}\n`)
    expect(report.releases.map(release => release.name)).toContain(name)
    expect(report.claims.map(({ check }) => check)).toContain('contradicted')
  })

  test.each([
    ['MiniMax open-sources its flagship model M2.7.', 'MiniMax-M2.7'],
    ['Alibaba has made its Qwen models open source.', 'Qwen, version not said'],
    ['Moonshot AI 发布了 Kimi K2，并宣布其完全开源。', 'Kimi K2'],
    ['OpenAI took a step towards all, presenting two open-source models, gpt-oss-120b and gpt-oss-20b.', 'gpt-oss'],
    ['# Qwen2.5-Coder\n\nQwen2.5-Coder is an open-source model. Qwen thanks all who helped.', 'Qwen2.5, size not said'],
  ])('goes too far where no version comes with its data: %s', (text, name) => {
    const report = read(`${text}\n`)
    expect(report.releases.map(release => release.name)).toContain(name)
    expect(report.claims).toMatchObject([{ check: 'contradicted', strength: 'scope' }])
    const why = report.findings.filter(({ id }) => report.claims[0]?.because.includes(id)).map(({ says }) => says)
    expect(why).toContainEqual(expect.stringMatching(/^The training data of .* is not open$/))
  })

  test('is not held to be true by what a page of code says is open', () => {
    const report = read('OLMo is a fully open-source model.\n')
    expect(report.claims).toMatchObject([{ kind: 'fully-open', check: 'undetermined' }])
    expect(report.findings.map(one => one.says)).toContain('The training data of OLMo is open')
    // its facts stand on the card of the weights
    expect(read('Apertus is a fully open-source model.\n').claims).toMatchObject([{ check: 'supported' }])
  })

  test('is of the model that its words describe, not of the one before', () => {
    const says = read('DeepSeek-V3 surpasses the leading open-source model Qwen3.\n').findings.map(one => one.says)
    expect(says.join()).not.toContain('DeepSeek-V3 came')
    expect(says).toContain('The training data of Qwen3 is not open')
  })

  test.each([
    'OpenAI unveiled gpt-oss. Both models are licensed under Apache 2.0, unlike other models such as Llama.',
    'Llama 3.1 is here. Alongside the long-context models, we have also open-sourced an agent for long documents.',
    'Meta assure que les modèles Llama sont open source.',
    'This is a step towards a truly open-source Llama.',
    'Llama 3.1 is here. In the near future, we will continue to open-source new models.',
    'Llama 3.1 is here. In the near future, we will open-source new models to speed up open-source AI.',
    '# Meta releases the open-source model Llama 3.1\n\nLlama 3.1 is here.',
    'Llama 3 et ses pairs se disent open source, et ne méritent pas ce qualificatif.',
  ])('is not held against a model that is compared, given beside, quoted or planned: %s', text => {
    expect(read(`${text}\n`).claims.filter(({ check }) => check === 'contradicted')).toEqual([])
  })

  test.each([
    ['OpenAI unveiled gpt-oss-120b and gpt-oss-20b. Both are licensed under Apache 2.0, unlike Llama.', 'supported'],
    ['Google unveiled Gemma 3. Today it was open-sourced on HuggingFace.', 'contradicted'],
  ])('of the model it is of, whatever license, hub or other clause it names: %s', (text, check) => {
    expect(read(`${text}\n`).claims.map(one => one.check)).toContain(check)
  })

  test('says of another thing with a name nothing that is known of the model', () => {
    const report = read('We are releasing Llama 3.1 today.\n\nOur new assistant Zork is open source.\n')
    expect(report.claims).toMatchObject([{ check: 'undetermined' }])
  })

  test('is checked against the release that is given', () => {
    const release = reportWith({ 'README.md': '# Heron\n\nHeron is a model.\n', LICENSE: PIER })
    const report = readAnnouncement(
      [document('news.html', '<p>Today we open-source <b>Heron</b>, our model.</p>')],
      release,
      knowledge,
    )
    expect(report.claims).toMatchObject([{ check: 'contradicted', strength: 'flat' }])
    const ids = report.findings.map(finding => finding.id)
    expect(report.claims.flatMap(claim => claim.because).filter(id => !ids.includes(id))).toEqual([])
  })

  test('is checked sentence by sentence against the releases it links to', () => {
    const heron = reportWith({ 'README.md': '# Heron\n', LICENSE: PIER })
    const report = readAnnouncement(
      [document('news.md', 'Heron 7B is an open-weight model.\n\nLlama 3.1 is an open-weight model.\n')],
      null,
      knowledge,
      [heron],
    )
    expect(report.releases.map(({ name, by }) => [name, by])).toEqual([
      ['heron-7b', 'audit'],
      ['Llama 3.1', 'knowledge'],
    ])
    expect(report.claims.map(claim => claim.check)).toEqual(['contradicted', 'contradicted'])
  })

  test.each([
    'Meta today open-sourced Llama 3.1, available worldwide for any commercial use.',
    'Meta hat heute Llama 3.1 als Open Source veröffentlicht.',
    'Meta a mis Llama 3.1 en open source ce matin.',
    'Meta ha publicado Llama 3.1 como código abierto.',
    'Meta ha rilasciato Llama 3.1 come open source.',
    'A Meta lançou o Llama 3.1 como código aberto.',
    'Meta опубликовала Llama 3.1 с открытым исходным кодом.',
    'Meta今日宣布开源Llama 3.1。',
    'Meta宣布開源 Llama 3.1。',
    'MetaはLlama 3.1をオープンソースとして公開した。',
    'Meta가 오늘 Llama 3.1을 오픈소스로 공개했다.',
  ])('is checked in every language: %s', content => {
    expect(read(`${content}\n`).claims[0]).toMatchObject({ about: ['model'], check: 'contradicted' })
  })

  test('tells both claims of a sentence', () => {
    const { claims } = read('Tencent today open-sourced Hunyuan 1.8B, available worldwide for any commercial use.\n')
    expect(claims.map(({ kind }) => kind)).toEqual(['open-source', 'commercial-use'])
  })

  test('is not told by its captions, and does not answer for whom it quotes', () => {
    const quoted = '“Llama 3.1 is the best open-source model I have used”, said a developer of a bank.\n'
    expect(read(`Figure 2: Llama 3.1, an open-source model, beside others.\n\n${quoted}`).claims).toMatchObject([
      { check: 'undetermined' },
    ])
  })

  test('without a claim gives an empty list', () => {
    expect(read('Lunch is at noon.\n')).toMatchObject({ releases: [], claims: [] })
  })
})

describe('a transcript', () => {
  test('is read over its cues, each line its own', () => {
    const vtt =
      'WEBVTT\n\nNOTE open source is a note\n\n1\n00:01.000 --> 00:04.000\n<v Ada>Today we open-source\n\n2\n00:04.000 --> 00:06.000\nour new language model.\n'
    const [claim] = read(vtt, 'keynote.vtt').claims
    expect(claim).toMatchObject({ kind: 'open-source', about: ['model'] })
    expect(claim?.cited[0]).toMatchObject({ line: 7, endLine: 11 })
  })
})

describe('crafted text is read in bounded time', () => {
  test.each([
    ['a line of a million characters', 'open '.repeat(200_000)],
    ['phrases without an end', `${'we are not fully truly open source models of the '.repeat(40)}\n\n`.repeat(200)],
    ['quotes a thousand deep', `${'> '.repeat(1_000)}Wren is open source.`],
  ])(
    '%s',
    (_, content) => {
      expect(read(content).claims.length).toBeLessThanOrEqual(500)
    },
    20_000,
  )
})
