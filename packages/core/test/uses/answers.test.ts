import { describe, expect, test } from 'vitest'
import { known, reportWith, TODAY, WEIGHTS } from '../../../../test/judged.ts'
import { type FileSetup, releaseOf } from '../../../../test/release.ts'
import { judge } from '../../src/judge.ts'
import { citeRaw } from '../../src/licenses/given/recite.ts'
import { readLicense } from '../../src/licenses/read.ts'
import type { Allowed, Report } from '../../src/report/report.ts'
import { effectOf, NO_SIZES } from '../../src/uses/effects.ts'
import { readUse } from '../../src/uses/stated.ts'
import { bindingIn, isLimited, withFacts } from '../../src/uses/terms.ts'
import { spdx } from '../texts.ts'

const card = (license: string, prose = '') => `---\nlicense: ${license}\n---\n# Heron 7B\n\n${prose}\n`
const answers = (uses: readonly Allowed[] | undefined) =>
  Object.fromEntries((uses ?? []).map(({ use, answer }) => [use, answer]))
const usesOf = (files: Readonly<Record<string, FileSetup>>, words?: string): readonly Allowed[] => {
  const stated = words === undefined ? null : readUse(words, known.knowledge.uses)
  if (stated && 'wrong' in stated) throw new Error(stated.expected)
  return judge(releaseOf({ files: { ...WEIGHTS, ...files } }), known, TODAY, stated).uses ?? []
}
const commercial = (...given: Parameters<typeof usesOf>) => usesOf(...given).find(({ use }) => use === 'commercial')

/** Terms of the marsh: a limit of users, and above it a license of one's own. */
const CAPPED = `HERON COMMUNITY LICENSE

1. You are granted a non-exclusive, worldwide, royalty-free license to use, reproduce, distribute, copy, create
derivative works of, and make modifications to the Heron Materials.
2. If the monthly active users of the products made available by you exceed 700 million monthly active users, you must
request a license from the Licensor, which the Licensor may grant to you in its sole discretion.
3. You will not use the Heron Materials or any output of them to improve any other large language model.
`

describe('can I', () => {
  test('with a yes from what permits, and not from a sentence that restricts something else', () => {
    const uses = usesOf({ 'README.md': card('mit', '## Usage\n\nThe model must not be used for military purposes.') })
    const [plain] = uses.filter(({ answer }) => answer === 'yes')
    expect(plain?.cited[0]).toMatchObject({ path: 'README.md', key: 'license' })
    expect(uses.find(({ use }) => use === 'field')?.answer).not.toBe('yes')
  })

  test('do anything with open weights', () => {
    expect(answers(reportWith({ 'README.md': card('apache-2.0') }).uses)).toEqual({
      commercial: 'yes',
      'fine-tune': 'yes',
      'hosted-service': 'yes',
      distill: 'yes',
      eu: 'yes',
      field: 'yes',
    })
  })

  test('not use commercially what is non-commercial, whether the text or its name says so', () => {
    expect(commercial({ 'README.md': card('cc-by-nc-4.0') })).toMatchObject({ answer: 'no' })
    expect(
      commercial({ 'README.md': '# Heron\n\nThe weights may be used for non-commercial purposes only.\n' }),
    ).toMatchObject({
      answer: 'no',
    })
  })

  test('with both of two limits, whatever it is used for', () => {
    const license = spdx('MIT').replace(
      /$/,
      '\nIf the Software is used for any of your commercial products or services that have more than 70 million monthly ' +
        'active users, or more than 30 million US dollars in monthly revenue, you shall prominently display "Heron" ' +
        'on the user interface of such product or service.\n',
    )
    const uses = usesOf({ LICENSE: license, 'README.md': '# Heron 7B\n' })
    const both = /^products or services above 30M USD a month or 70M [\w ]+: show “Heron”$/
    expect(uses.find(({ use }) => use === 'commercial')?.says).toMatch(both)
    expect(uses.find(({ use }) => use === 'fine-tune')?.says).toMatch(both)
    // what is due already is told with its reason, and once
    const large = usesOf({ LICENSE: license, 'README.md': '# Heron 7B\n' }, 'hosted-service,users=80M')
    expect(large.find(({ use }) => use === 'hosted-service')).toMatchObject({
      answer: 'if',
      says: 'show “Heron” (80,000,000 is above 70,000,000 monthly active users of your products or services)',
    })
    // and no duty asks it of everybody
    const { obligations } = reportWith({ LICENSE: license, 'README.md': '# Heron 7B\n' })
    expect(obligations.filter(({ do: what }) => what.includes('Heron')).map(({ when }) => when)).toEqual([
      'your products or services have a revenue of more than 30,000,000 USD a month, or more than 70,000,000 monthly ' +
        'active users',
    ])
  })

  test('show a name that everybody must show, beside a limit of size that asks for something else', () => {
    const license = `${CAPPED}4. You shall prominently display "Built with Heron" on your website.\n`
    const { obligations, uses = [] } = reportWith({ LICENSE: license, 'README.md': '# Heron 7B\n' })
    expect(obligations.find(({ clause }) => clause === 'share.branding')?.when).toMatch(/^you offer or publish/)
    expect(uses.find(({ use }) => use === 'hosted-service')?.says).toContain('show “Built with Heron”')
  })

  test('not go on above a limit without the license that is asked for, and it says so', () => {
    expect(commercial({ LICENSE: CAPPED, 'README.md': '# Heron 7B\n' }, 'commercial,users=800M')).toMatchObject({
      answer: 'no',
      says:
        '800,000,000 is above 700,000,000 monthly active users of your products or services, unless the licensor ' +
        'grants you a license: ask',
    })
  })

  test('do nothing by a text that only forbids, or whose grant was not understood', () => {
    const asked = (LICENSE: string) => usesOf({ LICENSE, 'README.md': '# Heron 7B\n' }).map(({ answer }) => answer)
    const forbids = usesOf({ LICENSE: 'You may not use the weights to compete with us.\n' })
    expect(new Set(forbids.map(({ answer }) => answer))).toEqual(new Set(['unknown']))
    expect(forbids[0]?.says).toBe('nothing here permits it')
    expect(new Set(asked('You may use the weights freely unless you compete with us.\n'))).toEqual(new Set(['unknown']))
    expect(asked('You may use, copy, modify and distribute the weights for any purpose.\n')).not.toContain('unknown')
  })

  test('register first where the terms ask it, for commercial use where they ask it of that alone', () => {
    const registered = (words: string) => {
      const license = `${CAPPED}4. ${words}\n`
      return reportWith({ LICENSE: license, 'README.md': '# Heron 7B\n' }).obligations.find(
        ({ clause }) => clause === 'entry.registration',
      )?.when
    }
    expect(registered('You must register with the Licensor before any commercial use.')).toBe('before commercial use')
    expect(registered('若您期望将本模型用作商业用途，请填写问卷进行申请。')).toBe('before commercial use')
    const anybody = /^before you get or use/
    expect(registered('You must register with the Licensor before any commercial or non-commercial use.')).toMatch(
      anybody,
    )
    expect(registered('You must register with the Licensor before you use the weights.')).toMatch(anybody)
  })

  test('share what may be shared, though the license itself may not be handed on', () => {
    const LICENSE = CAPPED.replace('non-exclusive', 'non-exclusive, non-transferable, non-sublicensable')
    const { licenses, uses = [] } = reportWith({ LICENSE, 'README.md': '# Heron 7B\n' })
    expect(licenses[0]?.clauses.map(({ kind }) => kind)).toContain('share.no_sublicense')
    const shared = uses.find(({ use }) => use === 'fine-tune')
    expect(shared?.answer).toBe('if')
    expect(shared?.clauses).not.toContain('share.no_sublicense')
  })

  test('not go on above a limit that is defined apart, and nobody invents a price for it', () => {
    const license = `HERON OPEN LICENSE

"Threshold" shall mean annual revenue of 4 million United States dollars ($4,000,000) or more.

2. Subject to the terms of this License, for any purpose each Contributor grants to You a no-charge, royalty-free
license to reproduce, prepare derivative works of, and distribute the Work.

5. Any commercial use of the Work by a legal entity that exceeds the Threshold is not licensed.
`
    const { licenses, uses = [] } = reportWith({ LICENSE: license, 'README.md': '# Heron 7B\n' })
    const limits = licenses.flatMap(({ clauses }) => clauses.filter(({ kind }) => kind === 'scale.revenue'))
    expect(limits).toMatchObject([
      { mode: 'ban', parameters: { over: 4_000_000, consequence: 'stop: no license is given above it' } },
    ])
    // it is of commerce alone, which is told of what else one does
    const limited = uses.filter(({ says }) => says.includes('4M')).map(({ use, says }) => [use, says])
    expect(limited).toEqual([
      ['commercial', 'up to 4M USD a year'],
      ['fine-tune', 'up to 4M USD a year (commercial use)'],
      ['hosted-service', 'up to 4M USD a year (commercial use)'],
    ])
  })

  test('do nothing that nobody permits', () => {
    expect(commercial({ 'README.md': '# Heron 7B\n\nWeights of a model of herons.\n' })).toMatchObject({
      answer: 'no',
      says: 'nothing found here permits it',
      cited: [{ looked: expect.arrayContaining(['README.md']) }],
    })
  })

  test('only ask where the license was not read', () => {
    expect(answers(usesOf({ 'README.md': card('other'), LICENSE: { size: 20_000_000 } })).commercial).toBe('unknown')
  })

  test('nothing, where no weights are offered', () => {
    const client = { files: { 'README.md': '# Heron client\n\nA client of the Heron API.\n' } }
    expect(judge(releaseOf(client), known, TODAY).uses).toEqual([])
  })
})

/** Terms of the marsh: for no commerce, which another license sells, and outputs for nothing that competes. */
const SOLD_APART = `HERON NON-COMMERCIAL LICENSE

1. Marsh Lab grants you a worldwide, royalty-free license to use, copy, modify and distribute the Heron Materials solely
for non-commercial purposes.
2. If you want to use the Heron Materials for any other purpose, you must request a license from Marsh Lab, which Marsh
Lab may grant in its sole discretion and which additional use may be subject to a fee, royalty or other revenue share.
3. You may not use outputs to train a model that is competitive with the Heron Materials.
4. With respect to derivative works that are made by you, you are and will be the owner of such derivative works.
`

describe('what another license asks', () => {
  const {
    uses = [],
    obligations,
    licenses,
  } = reportWith({
    'README.md': '# Heron 7B\n\nThe weights are under the [Heron Non-Commercial License](LICENSE).\n',
    LICENSE: SOLD_APART,
  })
  const says = (use: string) => uses.find(one => one.use === use)

  test('a fee for it is no condition of this one, and no duty', () => {
    expect(says('fine-tune')).toMatchObject({ answer: 'if', clause: 'purpose.noncommercial' })
    expect(uses.flatMap(({ clauses }) => clauses)).not.toContain('fee.paid')
    expect(obligations.map(({ clause }) => clause)).not.toContain('fee.paid')
    expect(obligations.find(({ clause }) => clause === 'purpose.separate_commercial')).toMatchObject({
      when: expect.stringMatching(/commercially/),
    })
  })

  test('a ban on training what competes leaves the rest, and whose the changes are is theirs who made them', () => {
    expect(says('distill')).toMatchObject({ answer: 'if', says: expect.stringMatching(/train competing models/) })
    expect(licenses.flatMap(({ clauses }) => clauses.map(({ kind }) => kind))).not.toContain('deriv.licensor_owned')
  })
})

describe('a duty says when it binds', () => {
  const { obligations } = reportWith({
    'README.md': card('other'),
    LICENSE: CAPPED.replace('language model.', 'language model (excluding Heron or derivatives of it).'),
  })

  test('above a limit, whoever is above it', () => {
    const [asks] = obligations.filter(({ clause }) => clause === 'purpose.separate_commercial')
    expect(asks).toMatchObject({ when: 'your products or services have more than 700,000,000 monthly active users' })
    expect(obligations.map(({ clause }) => clause)).not.toContain('scale.users')
  })

  test('and each place of it once', () => {
    for (const { cited } of obligations)
      expect(new Set(cited.map(place => JSON.stringify(place))).size).toBe(cited.length)
  })
})

test('an exception and the models that are meant stand in the few words of a ban', () => {
  const [row] = usesOf({
    'README.md': card('other'),
    LICENSE: CAPPED.replace('language model.', 'language model (excluding Heron or derivatives of it).'),
  }).filter(({ use }) => use === 'distill')
  expect(row).toMatchObject({ answer: 'no', says: 'outputs may train no LLMs but its derivatives' })
})

test('who is below a limit and has to register is told both', () => {
  const [row] = usesOf({
    'README.md': card('other'),
    LICENSE: CAPPED.replace(
      '2. If',
      `2. If the monthly active users do not exceed 700 million, your registration with the Licensor will be deemed to
have obtained the business license. If`,
    ),
  })
  expect(row).toMatchObject({
    answer: 'if',
    says: 'up to 700M monthly active users; after registration for commercial use',
  })
})

describe('a size that is stated', () => {
  test('in a definition, and meant wherever the term stands', () => {
    const terms = [
      'SHOAL TERMS',
      'Marsh Lab grants everyone a worldwide license to use, copy, modify and distribute the weights.',
      '"Threshold" means annual revenue of 10 million United States dollars ($10,000,000) or more.',
      'Any commercial use of the weights, changed or not, by a company that exceeds the Threshold is prohibited.',
    ]
    const uses = usesOf({ 'README.md': card('other'), LICENSE: terms.join('\n\n') })
    expect(answers(uses)).toMatchObject({ commercial: 'if' })
    expect(answers(uses)['fine-tune']).not.toBe('no')
  })

  const files = { 'README.md': card('other'), LICENSE: CAPPED }

  test('sharpens the answer', () => {
    expect(commercial(files)).toMatchObject({
      answer: 'if',
      says: 'up to 700M monthly active users',
      clause: 'scale.users',
    })
    expect(commercial({ 'README.md': card('llama3.1') }, 'commercial,users=1000')).toMatchObject({
      answer: 'yes',
      says: '1,000 is not above 700,000,000 monthly active users',
    })
    // "more than", or "or more": the text tells
    expect(commercial(files, 'commercial,users=700M')).toMatchObject({
      answer: 'if',
      says: expect.stringContaining('700,000,000 is the very limit of 700,000,000 monthly active users'),
    })
    for (const size of ['8e8', '800M', '0.8b', '800_000_000'])
      expect(commercial(files, `commercial,users=${size}`)).toMatchObject({ answer: 'no' })
  })

  test('never stands beside a duty that it is below', () => {
    const stated = readUse('commercial,users=1000', known.knowledge.uses)
    if ('wrong' in stated) throw new Error(stated.expected)
    const { use } = judge(releaseOf({ files: { ...WEIGHTS, ...files } }), known, TODAY, stated)
    const limits = use?.points.filter(
      ({ clause }) => clause === 'scale.users' || clause === 'purpose.separate_commercial',
    )
    expect(limits?.map(({ result, clause }) => `${result} ${clause}`)).toEqual(['know scale.users'])
  })

  test('the deciding line is cited', () => {
    const distill = usesOf(files).find(({ use }) => use === 'distill')
    expect(distill).toMatchObject({ answer: 'no', clause: 'output.no_train', cited: [{ path: 'LICENSE', line: 7 }] })
  })
})

describe('a doubt', () => {
  const DOUBT = '## License\n\nEveryone must bring three herons to the pond before they may open the model.\n'

  test('takes a plain yes, and is named with its line and why it matters, once', () => {
    const report = judge(releaseOf({ files: { ...WEIGHTS, 'README.md': card('apache-2.0', DOUBT) } }), known, TODAY)
    expect(new Set(report.uses?.map(({ answer }) => answer))).toEqual(new Set(['presumably']))
    expect(report.doubts).toMatchObject([{ says: 'a sentence was not understood', matters: 'it may restrict' }])
    expect(report.doubts?.[0]?.cited[0]).toMatchObject({ path: 'README.md', line: 8 })
  })

  test('erases no bar and no condition', () => {
    const plain = answers(usesOf({ 'README.md': card('llama3') }))
    expect(plain).toMatchObject({ commercial: 'if', distill: 'no', field: 'if', eu: 'yes' })
    expect(answers(usesOf({ 'README.md': card('llama3', DOUBT) }))).toEqual(plain)
  })

  test('stands beside terms that are presumed', () => {
    const files = {
      'README.md': '# Heron\n\nWeights: https://huggingface.co/hedgerow/heron-7b\n',
      LICENSE: 'MIT License\n\nCopyright (c) 2026 Hedgerow\n\n',
    }
    const report = judge(releaseOf({ name: 'hedgerow/heron', files }), known, TODAY)
    expect(report.uses?.filter(({ answer }) => answer === 'yes')).toEqual([])
  })
})

/** how strict an answer is */
const STRICT = ['yes', 'presumably', 'unknown', 'if', 'no']
const AT_LEAST = { forbids: 'no', conditions: 'if', informs: 'yes' } as const

/** Answers that are freer than a clause listed in the same report lets them be. */
function contradictions({ uses = [], licenses, models }: Report): string[] {
  return licenses
    .filter(({ covers }) => covers.includes('weights'))
    .flatMap(license =>
      bindingIn(license, known.knowledge).flatMap(clause =>
        known.knowledge.uses.questions.flatMap(({ id, on }) => {
          const limited = isLimited(license, known.knowledge)
          const effects = on.flatMap(action => effectOf(clause, action, NO_SIZES, known.knowledge, { limited }) ?? [])
          const least = Math.max(0, ...effects.map(({ does }) => STRICT.indexOf(AT_LEAST[does])))
          // of several models each has its own terms: one of them must be as strict
          const rows = uses.filter(({ use }) => use === id)
          const strictest = Math.max(...rows.map(({ answer }) => STRICT.indexOf(answer)))
          return rows.length > 0 && strictest < least ? [`${id} beside ${clause.kind} of ${models[0]?.name}`] : []
        }),
      ),
    )
}

describe('no answer contradicts a clause listed in the same report', () => {
  const named = [...known.knowledge.licenses.values()].filter(({ huggingFace, names }) => huggingFace[0] ?? names[0])
  test.each(named.map(({ id, huggingFace, name }) => [id, huggingFace[0], name] as const))(
    '%s by name',
    (_, hub, name) => {
      const front = hub ? `license: ${hub}` : `license: other\nlicense_name: ${name}`
      const report = reportWith({ 'README.md': `---\n${front}\n---\n# Heron 7B\n\nThe weights of Heron 7B.\n` })
      expect(contradictions(report)).toEqual([])
    },
  )

  test.each([
    ['a cap of users', 'Companies with more than 10 million monthly active users may not use the model.'],
    ['a limit of revenue', 'Companies whose annual revenue exceeds $1 million may not use the model.'],
    ['a territory', 'The model may not be used in the European Union.'],
    ['flow-down', 'You must bind everyone who receives the model to the same restrictions on its use.'],
    ['a use', 'You may not use the model for military purposes.'],
    ['commerce', 'You may not use the model for commercial purposes.'],
  ])('%s, alike from a LICENSE, a README, a prompt', (_, sentence) => {
    const doors = [
      { 'README.md': card('other'), LICENSE: `Permission is granted to use and share the model.\n\n${sentence}\n` },
      { 'README.md': card('apache-2.0', `## License\n\n${sentence}\n`) },
      { 'README.md': `---\nlicense: apache-2.0\nextra_gated_prompt: ${sentence}\n---\n# Heron 7B\n` },
    ]
    const reports = doors.map(files => reportWith(files))
    for (const report of reports) expect(contradictions(report)).toEqual([])
    const [text, ...others] = reports.map(({ uses = [] }) =>
      uses.flatMap(({ use, answer, clauses }) => (answer === 'if' || answer === 'no' ? [[use, answer, clauses]] : [])),
    )
    expect(text).not.toEqual([])
    for (const other of others) expect(other).toEqual(text)
  })
})

test('what is known of a license is cited where its text has it', () => {
  const lines = ['The weights are under:', '', ...spdx('CC-BY-NC-4.0').split('\n')]
  const [reading] = readLicense({ path: 'LICENSE', lines, from: 3, to: lines.length, context: 'license' }, known)
  if (!reading?.places) throw new Error('the text is known, and so is what it says')
  expect(reading.places.size).toBeGreaterThan(0)
  for (const { line, endLine, quote } of reading.places.values())
    expect(lines.slice(line - 1, endLine).join('\n')).toContain(quote)
  const moved = citeRaw(
    reading,
    ['---', ...lines],
    lines.map((_, at) => at + 2),
  )
  for (const [key, { line }] of reading.places) expect(moved.places?.get(key)?.line).toBe(line + 1)
  const bare = { ...reading, license: { ...reading.license, clauses: [] } }
  const { clauses } = withFacts(bare, known.knowledge)
  expect(clauses.length).toBeGreaterThan(0)
  for (const { kind, parameters, cited } of clauses) {
    const place = reading.places.get(`${kind} ${parameters.section}`)
    expect(cited[0]).toMatchObject(place ?? { fact: expect.any(String) })
  }
})
