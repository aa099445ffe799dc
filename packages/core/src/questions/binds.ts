import { calledOf } from '../release/origin.ts'
import type { Option } from '../report/question.ts'
import type { Citation } from '../report/report.ts'
import type { ModelRights } from '../terms/index.ts'
import type { Statement } from '../terms/statements/index.ts'
import { type Asks, askedOf } from './asked.ts'

/** terms that are offered, and sentences that are shown */
const MOST_OPTIONS = 6

/** Whether terms reach the weights is presumed, or not known, or said in ways that cannot hold together. */
export const binds: Asks = ({ report, judged }) => {
  const { evidence, models, texts, statements, conflicts } = judged
  const general = models.find(({ name }) => name === calledOf(evidence.release))
  if (!general || report.term.id === 'closed-ai' || report.term.id === 'no-model') return []
  const unsure = general.reach === 'presumed' || general.reach === 'not-looked' || general.reach === 'none'
  if (!unsure && !conflicts.some(({ kind }) => kind === 'self-contradiction')) return []
  const files = texts.filter(({ role, others, standing }) => role === 'license' && !others && standing !== 'aside')
  const naming = statements.filter(({ license, path, models }) => (license || path) && models.length === 0)
  const inFiles = files.map(({ path }): Option => ({ id: path, says: `${path}${calledAs(path, general.floor)}` }))
  const named = naming.flatMap(({ license, path }): Option[] =>
    license && !license.family && !files.some(file => file.path === path)
      ? [{ id: license.id, says: license.name }]
      : [],
  )
  const once = new Map([...inFiles, ...named].map(option => [option.id, option]))
  const options = [...once.values()].slice(0, MOST_OPTIONS)
  const [first] = options
  if (!first) return []
  const said = [...new Map(naming.map(one => [quotedOf(one), one])).entries()].filter(([words]) => words !== '')
  const of: Citation = said[0]?.[1].cited[0] ?? { path: files[0]?.path ?? first.id }
  const sentence = said
    .slice(0, MOST_OPTIONS)
    .map(([words]) => words)
    .join('\n')
  return askedOf('binds', { key: '', of, sentence, options }, judged)
}

const quotedOf = ({ cited: [at] }: Statement): string =>
  'quote' in at ? at.quote : 'value' in at ? `${at.key}: ${at.value}` : ''

/** What a text turned out to be, where it was read for the weights. */
function calledAs(path: string, floor: ModelRights['floor']): string {
  const name = floor.find(({ license }) => license.text?.path === path)?.license.name
  return name ? ` (${name})` : ''
}
