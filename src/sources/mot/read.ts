import { isMap, isScalar } from 'yaml'
import { invalid } from '../../error.ts'
import { readYaml } from '../../text/yaml/read.ts'
import type { Declared } from '../release.ts'
import { declaredIn, type FormText } from './components.ts'
import { MotForm } from './form.ts'

/** What a form says of a release. */
interface FormRead {
  readonly name: string
  readonly producer: string | null
  readonly declared: readonly Declared[]
}

/**
 * Reads a form of the Model Openness Tool; `place` names it in errors, `path` in citations. Throws an UnwashError that
 * names the line.
 */
export function readForm(content: string, place: string, path: string): FormRead {
  const fail: FormText['fail'] = (line, what, todo, cause) => {
    throw invalid(what, `${place}:${line}`, todo, cause)
  }
  const yaml = readYaml(content)
  if ('says' in yaml) return fail(yaml.line, 'this YAML cannot be read in', `${yaml.says}; put that right`)
  const { document, lineAt, lineOf } = yaml
  const lineOfKey = (where: readonly PropertyKey[], key: string): number => {
    const map = document.getIn(where, true)
    const pair = isMap(map) ? map.items.find(({ key: name }) => isScalar(name) && name.value === key) : undefined
    return pair && isScalar(pair.key) && pair.key.range ? lineAt(pair.key.range[0]) : lineOf(where)
  }
  const read = MotForm.safeParse(yaml.value)
  if (!read.success) {
    const [issue] = read.error.issues
    const at = issue?.path ?? []
    const [unknown] = issue?.code === 'unrecognized_keys' ? issue.keys : []
    if (unknown !== undefined)
      return fail(
        lineOfKey(at, unknown),
        `no key is called "${unknown.slice(0, 100)}" in`,
        `write one of those that the form's schema has in ` +
          `${at.filter(key => typeof key === 'string').join('.')}, or leave it out`,
      )
    const what = at.length > 0 ? at.join('.') : 'the whole'
    return fail(lineOf(at), `not a form of the Model Openness Tool: ${what} ${says(issue)} in`, 'put that right')
  }
  const { name, producer } = read.data.release
  return { name, producer: producer.trim() || null, declared: declaredIn({ form: read.data, path, lineOf, fail }) }
}

function says(issue: { readonly code: string; readonly message: string } | undefined): string {
  if (!issue) return 'does not hold'
  return issue.code === 'invalid_type' || issue.code === 'invalid_union'
    ? 'is missing or of the wrong kind'
    : issue.message
}
