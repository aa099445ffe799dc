import { citeLines } from '../documents/cite.ts'
import type { Block, Document, Link } from '../documents/index.ts'
import type { Evidence } from '../evidence/evidence.ts'
import { depth } from '../evidence/paths.ts'
import { sameFamily, sameOwner } from '../evidence/publisher/owners.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { findModels } from '../names/models.ts'
import { lettersOf } from '../text/letters.ts'
import { ownerOf } from './hints.ts'
import { baseCalled, type Mention, modelsMentionedIn } from './mentions.ts'
import { columnOf, isProgram } from './origins.ts'
import { type Base, relationSaid } from './relation.ts'

/** a column that says where a model can be had, or how large it is, has no names */
const PLACE_COLUMN = /\b(?:weights?|links?|downloads?|urls?|sizes?)\b/i
const NAME_COLUMN = /model|checkpoint|name|version|模型|モデル|모델/i

/** A table of several models says of each its bases, in the columns that it has for them. */
export function basesInRow(block: Block, document: Document, evidence: Evidence, knowledge: Knowledge): Base[] {
  const { cells = [], header = [] } = block
  const columns = header.flatMap((name, at) => (columnOf(name, knowledge) ? [at] : []))
  if (columns.length === 0) return []
  const nameAt = header.findIndex(
    (name, at) => !columns.includes(at) && NAME_COLUMN.test(name) && !PLACE_COLUMN.test(name),
  )
  const named = plainIn(cells[Math.max(0, nameAt)]?.text)
  const name = columns.includes(0) ? modelOfRow(block, evidence) || (nameAt < 0 ? '' : named) : named
  const bases = columns.map(at => cells[at]?.text ?? '').join(' ')
  if (!/[\p{L}\p{N}]/u.test(name) || !isAboutOwn({ block, name, bases }, document, evidence, knowledge)) return []
  const others = cells.filter((_, at) => !columns.includes(at)).map(({ text }) => text)
  return columns.flatMap(at => {
    const cell = cells[at]
    if (cell === undefined || cell.text.trim() === header[at]?.trim()) return []
    const isPart = columnOf(header[at] ?? '', knowledge) === 'part'
    const { named, several } = modelsNamed(cell.text, block.links, cell.start, evidence, knowledge)
    return named.flatMap(({ is, known, model, ours }) => {
      if (is === 'own' || lettersOf(model.slice(model.lastIndexOf('/') + 1)) === lettersOf(name)) return []
      return [
        {
          model: baseCalled({ known, model }),
          relation: isPart ? 'part' : (relationSaid(others) ?? (several ? 'merge' : 'finetune')),
          known,
          atHub: null,
          of: [name],
          via: 'table' as const,
          own: ours !== undefined,
          cited: [citeLines(document.path, document.lines, block.line, block.endLine)] as const,
        },
      ]
    })
  })
}

/** The models that words are names of: the first, and the others where nothing else is said. */
export function modelsNamed(
  text: string,
  links: readonly Link[],
  from: number,
  evidence: Evidence,
  knowledge: Knowledge,
): { readonly named: readonly Mention[]; readonly several: boolean } {
  const all = modelsMentionedIn(text, links, from, evidence, knowledge)
  const rest = [...all].reverse().reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text)
  const alone = /^(?:[\s`*+,，、&/|()-]|and|和|及)*$/i.test(rest)
  const named = all
    .filter(({ is, known }, at) => (is === 'model' ? at === 0 || alone : alone && known === null))
    .filter(({ model }) => !isProgram(model, knowledge))
  return { named, several: alone && new Set(all.map(({ known, model }) => known?.version.name ?? model)).size > 1 }
}

const plainIn = (text = '') => text.replace(/[`*[\]]/g, '').trim()

/** The model of a row: the release's own that it links. */
export const modelOfRow = (block: Block, { weights }: Evidence): string =>
  weights.links.find(
    ({ own, name, url }) => own && name && (block.links.some(link => link.url === url) || block.text.includes(url)),
  )?.name ?? ''

/** Whether a row is about a model of this release: where some of its table are known to be, the others are not. */
function isAboutOwn(
  { block, name, bases }: { readonly block: Block; readonly name: string; readonly bases: string },
  document: Document,
  evidence: Evidence,
  knowledge: Knowledge,
): boolean {
  if (isOwnRow(block, name, evidence, knowledge)) return true
  const isOfBase =
    block.links.length > 0 && block.links.every(({ start, end }) => bases.includes(block.text.slice(start, end)))
  if (depth(document.path) > 0 || (block.links.length > 0 && !isOfBase)) return false
  if (modelsMentionedIn(name, [], 0, evidence, knowledge).length > 0 && !isNamedFor(name, bases, knowledge))
    return false
  return !document.blocks.some(
    other =>
      other.header === block.header &&
      other.cells?.some(cell => isOwnRow(other, cell.text.trim(), evidence, knowledge)),
  )
}

/** Whether a name is that of a base, and of more: "gull-2-4view" beside Gull 2. */
function isNamedFor(name: string, bases: string, knowledge: Knowledge): boolean {
  const families = findModels(knowledge, bases).map(({ found }) => found.family)
  const [named, more] = findModels(knowledge, name)
  if (!named || more || !families.includes(named.found.family)) return false
  const rest = name.slice(0, named.start) + name.slice(named.end)
  return rest.split(/[^\p{L}\p{N}.]+/u).some(word => word !== '' && !VARIANT.test(word))
}

/** what tells models of one publisher apart */
const VARIANT =
  /^(?:v?\d+(?:\.\d+)*[bmk]?|nano|tiny|mini|small|medium|base|large|huge|chat|instruct|it|pt|hf|python|math)$/i

/** Whether a row is about a model of this release, and of no one who only made another of the kind. */
function isOwnRow(block: Block, name: string, evidence: Evidence, knowledge: Knowledge): boolean {
  const { weights, release } = evidence
  const own = weights.links.filter(link => link.own)
  const here = own.filter(({ url }) => block.links.some(link => link.url === url))
  if (here.length === 0) return block.links.length < 2 && sameFamily(name, release.name)
  const main = ownerOf(evidence, knowledge)
  return here.some(({ owner }) => owner === null || main === null || sameOwner(owner, main, knowledge.organizations))
}
