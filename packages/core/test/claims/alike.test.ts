import { expect, test } from 'vitest'
import { reportOn, WEIGHTS } from '../../../../test/judged.ts'

const ALIKE = [
  'Heron is an open source model.',
  'Heron is an open-source large language model.',
  'Heron is open source.',
  'Heron is open-sourced.',
  'Heron is released as open source.',
  'Heron is available as open source.',
  'We release Heron as open source.',
  'We release our model as open source.',
  'We make Heron available as open source.',
  'We are releasing Heron as an open-source model.',
  'We have open-sourced Heron.',
  'Our model is open source.',
  'Heron, an open-source model of birds, is released here.',
]

test.each([
  ['open weights, of which data and code are not here', 'apache-2.0', 'contradicted', 'scope'],
  ['weights under limits', 'cc-by-nc-4.0', 'contradicted', 'flat'],
  ['weights that no license reaches', null, 'contradicted', 'flat'],
])('sentences that say alike that %s are open source come out alike', (_, license, check, strength) => {
  const front = license === null ? '' : `---\nlicense: ${license}\n---\n`
  const claimed = ALIKE.map(says => {
    const readme = `${front}\n# Heron\n\n${says}\n`
    const { claims } = reportOn({ name: 'heron', publisher: 'marsh-lab', files: { ...WEIGHTS, 'README.md': readme } })
    return { says, claims: claims.map(({ kind, check, strength }) => ({ kind, check, strength })) }
  })
  expect(claimed).toEqual(ALIKE.map(says => ({ says, claims: [{ kind: 'open-source', check, strength }] })))
})
