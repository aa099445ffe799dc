import { isMap, isScalar, isSeq } from 'yaml'
import * as z from 'zod'
import { citeLines } from '../documents/cite.ts'
import { invalid } from '../error.ts'
import type { Knowledge } from '../knowledge/knowledge.ts'
import { SIGNOFFS } from '../release/limits.ts'
import type { Release, Signoff } from '../release/release.ts'
import { filled } from '../report/question.ts'
import { readYaml } from '../text/yaml/read.ts'
import { signedAt } from './signed.ts'

/** more than any framework has requirements */
const ENTRIES = 500

/** One entry of `signoff.yml`: who answers which requirement, when and why. */
const Entry = z.strictObject({
  requirement: filled(60),
  who: filled(200),
  on: z.iso.date('is no date such as 2026-11-24'),
  why: filled(2_000),
  answer: z.enum(['met', 'unmet']).default('met'),
  release: filled(300).exactOptional(),
  revision: filled(100).exactOptional(),
  model: filled(300).exactOptional(),
})

/** what every message ends with */
const TODO = 'a sign-off has requirement, who, on and why'

/**
 * Reads a file of sign-offs: a list, each cited by its lines. Throws an UnwashError that names the line of what is
 * missing, unknown or not to be understood; nothing is taken for granted.
 */
export function readSignoffs(place: string, content: string): readonly Signoff[] {
  const lines = content.split('\n')
  const trouble = (what: string, line: number, todo = TODO, cause?: unknown) =>
    invalid(what, `${place}:${line}`, todo, cause)
  const yaml = readYaml(content, { schema: 'failsafe' })
  if ('says' in yaml) throw trouble('no YAML in the sign-offs', yaml.line, `${yaml.says}; ${TODO}`)
  const { document, lineAt } = yaml
  const list = document.contents
  if (!isSeq(list) || list.items.length === 0) throw trouble('no list of sign-offs in', 1)
  if (list.items.length > ENTRIES) throw trouble(`more than ${ENTRIES} sign-offs in`, 1, 'sign off in several files')
  const at = place.lastIndexOf('/')
  const where = at > 0 ? { path: place.slice(at + 1), place: place.slice(0, at) } : { path: place }

  return list.items.map(item => {
    const range = isMap(item) ? item.range : null
    if (!isMap(item) || !range)
      throw trouble('no sign-off at', isScalar(item) && item.range ? lineAt(item.range[0]) : 1)
    const line = lineAt(range[0])
    const read = Entry.safeParse(item.toJS(document))
    if (!read.success) {
      const issue = read.error.issues[0]
      const [key] = issue?.path ?? (issue?.code === 'unrecognized_keys' ? issue.keys : [])
      const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
      const name = String(key ?? unknown ?? '')
      const pair = item.items.find(({ key }) => isScalar(key) && key.value === name)
      const place = pair && isScalar(pair.key) && pair.key.range ? lineAt(pair.key.range[0]) : line
      const says = unknown
        ? `"${unknown}" is nothing a sign-off has`
        : `"${name}" ${pair ? (issue?.message ?? '') : 'is missing'}`
      throw trouble('a sign-off that does not hold in', place, `${says}; ${TODO}`, read.error)
    }
    const endLine = Math.max(line, lineAt(range[1]) - (content[range[1] - 1] === '\n' ? 1 : 0))
    return { ...read.data, cited: { ...citeLines(where.path, lines, line, endLine), ...where } }
  })
}

/** the group of a framework's rows that sum up the others */
const CONCLUSIONS = 'verdict'

/**
 * Checks what can be told of a sign-off without its release: that somebody asks the requirement, and that its day has
 * come. Throws an UnwashError naming the line.
 */
export function checkSignoffs(
  signoffs: readonly Signoff[],
  { frameworks }: Pick<Knowledge, 'frameworks'>,
  today: string,
): void {
  const requirements = [...frameworks.values()].flatMap(framework =>
    framework.requirements.map(requirement => ({ ...requirement, framework: framework.id })),
  )
  for (const { requirement, on, cited } of signoffs) {
    const found = requirements.find(({ id }) => id === requirement)
    if (!found) {
      const near = requirements.find(({ id }) => id.toLowerCase() === requirement.toLowerCase())
      const todo = near ? `write ${near.id}` : 'the ids are those in the requirements of a report'
      throw invalid(`no requirement is called "${requirement}", signed off in`, signedAt(cited), todo)
    }
    if (found.group === CONCLUSIONS) {
      const todo = 'sign off the requirements it rests on'
      throw invalid(`${requirement} is a conclusion, and no one's to sign off, in`, signedAt(cited), todo)
    }
    if (on > today) {
      throw invalid(`a sign-off dated ${on}, after today (${today}), in`, signedAt(cited), 'correct its day')
    }
  }
}

/**
 * A release with what people signed off in a file of its own; a release never signs itself off. What was saved with
 * it stays as it was. Throws an UnwashError that names the line of a sign-off that does not hold.
 */
export function signOff(
  release: Release,
  place: string,
  content: string,
  knowledge: Pick<Knowledge, 'frameworks'>,
  today: string,
): Release {
  const signoffs = readSignoffs(place, content)
  checkSignoffs(signoffs, knowledge, today)
  const limit = { most: SIGNOFFS, called: 'sign-offs' }
  return { ...release, signoffs: joined(release.signoffs, signoffs, ({ cited: _, ...entry }) => entry, limit, place) }
}

/** What was said before with what is said now, each once. Throws an UnwashError where there is too much. */
export function joined<Said>(
  before: readonly Said[] = [],
  more: readonly Said[],
  saidIn: (one: Said) => unknown,
  { most, called }: { readonly most: number; readonly called: string },
  place: string,
): readonly Said[] {
  const keyOf = (one: Said) => JSON.stringify(saidIn(one))
  const known = new Set(before.map(keyOf))
  const all = [...before, ...more.filter(one => !known.has(keyOf(one)))]
  if (all.length > most) throw invalid(`more than ${most} ${called}, with those in`, place, 'leave some out')
  return all
}
