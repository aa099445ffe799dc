import { describe, expect, test } from 'vitest'
import { reportOn, reportWith } from '../../../../test/judged.ts'
import { PIER, POLICY } from '../texts.ts'

const facets = (files: Record<string, string>) => reportWith(files).term.facets
const card = (front: string) => `---\n${front}\n---\n\n# Heron\n`

describe('what binds, in a few words each', () => {
  test('a threshold with its number and what it counts', () => {
    expect(facets({ LICENSE: PIER })).toEqual(['monthly-active-user threshold: over 50,000,000 monthly active users'])
  })

  test('the clauses of a policy with those of its license', () => {
    expect(facets({ LICENSE: PIER, 'USE_POLICY.md': POLICY })).toContain('military, weapons or nuclear ban')
  })

  test('a class, where no clause is known', () => {
    const readme = '# Heron\n\nThe weights may only be used for non-commercial purposes.\n'
    expect(facets({ 'README.md': readme })).toEqual(['non-commercial only'])
  })

  test('a gate, with the fields it asks for', () => {
    expect(facets({ 'README.md': card('license: mit\nextra_gated_fields:\n  Name: text') })).toEqual([
      'gated: 1 field to fill in',
    ])
    expect(facets({ 'README.md': card('license: mit\nextra_gated_prompt: Hello.') })).toEqual(['gated'])
  })

  test('the European Union refused', () => {
    expect(facets({ 'README.md': card('license: mit\nextra_gated_eu_disallowed: true') })).toContain(
      'European Union refused access',
    )
  })

  test('weights on request', () => {
    const readme = '# Heron\n\nFill in the form to request access to the model weights.\n'
    expect(reportOn({ files: { 'README.md': readme } }).term.facets).toEqual(['on request'])
  })

  test('some of several on request, by the heading that the sentence stands under', () => {
    const of = (name: string, license: string) => `- [${name}](https://huggingface.co/marsh-lab/${name}): ${license}\n`
    const asks = '## HeronSong models\n\nTo get them, please request the model files through this form.\n'
    const readme = `# Heron\n\n## License\n\n${of('HeronSong', 'CC-BY-NC-4.0')}${of('HeronTongue', 'Apache-2.0')}\n${asks}`
    const { models } = reportOn({ name: 'heron', publisher: 'marsh-lab', files: { 'README.md': readme } })
    expect(models.map(({ name, term }) => [name, term.facets.includes('on request')])).toEqual([
      ['HeronSong', true],
      ['HeronTongue', false],
    ])
  })

  test('nothing, of an open license', () => {
    expect(facets({ 'README.md': card('license: apache-2.0') })).toEqual([])
  })
})

describe('everyday words for a term', () => {
  test('hold for open weights', () => {
    expect(reportWith({ 'README.md': card('license: mit') }).term.aliases).toEqual(['open-weight'])
  })

  test('hold for restricted weights only where commerce is allowed', () => {
    expect(reportWith({ LICENSE: PIER }).term.aliases).toEqual(['community-available'])
    expect(reportWith({ 'README.md': card('license: cc-by-nc-4.0') }).term.aliases).toEqual([])
  })
})
