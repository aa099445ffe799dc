import { fileURLToPath } from 'node:url'
import { parser } from '@lezer/javascript'
import { sources } from '../../scripts/budget.mjs'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const EXAMPLE = fileURLToPath(new URL('../../examples/lumen-7b', import.meta.url))
const GRAMMARS = { ts: parser.configure({ dialect: 'ts' }), tsx: parser.configure({ dialect: 'ts jsx' }) } as const

/** A regular expression of the program, and the file it was first seen in. */
export interface Pattern {
  readonly source: string
  readonly flags: string
  readonly file: string
}

/** All patterns of the program that repeat something without an end, each once: those written in code, and those it puts together as it audits. */
export async function ownPatterns(): Promise<readonly Pattern[]> {
  const built = await builtPatterns(async () => {
    const { audit } = await import('@unwash/library/index')
    await audit(EXAMPLE)
  })
  const all = [...writtenPatterns(), ...built].filter(repeatsWithoutEnd)
  return [...new Map(all.map(pattern => [`/${pattern.source}/${pattern.flags}`, pattern])).values()]
}

function writtenPatterns(): readonly Pattern[] {
  const found: Pattern[] = []
  for (const { path: file, text } of sources(ROOT)) {
    const ending = file.endsWith('.tsx') ? 'tsx' : 'ts'
    GRAMMARS[ending].parse(text).iterate({
      enter(node) {
        if (node.name !== 'RegExp') return
        const [, source, flags] = /^\/(.*)\/([a-z]*)$/s.exec(text.slice(node.from, node.to)) ?? []
        if (source !== undefined) found.push({ source, flags: flags ?? '', file })
      },
    })
  }
  return found
}

/** What is made with `new RegExp` while some work is done, but for what libraries make. */
async function builtPatterns(work: () => Promise<unknown>): Promise<readonly Pattern[]> {
  const found: Pattern[] = []
  const Native = globalThis.RegExp
  const note = (pattern: RegExp): RegExp => {
    const [, , , caller = ''] = (new Error().stack ?? '').split('\n')
    if (!caller.includes('node_modules'))
      found.push({ source: pattern.source, flags: pattern.flags, file: 'put together' })
    return pattern
  }
  globalThis.RegExp = new Proxy(Native, {
    construct: (target, words: [string, string?]) => note(new target(...words)),
    apply: (target, _, words: [string, string?]) => note(target(...words)),
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = Native
  }
  return found
}

/**
 * Whether a pattern repeats something without an end. One that does not takes at most so many steps at each letter,
 * however long the text: its time grows with the text and no faster.
 */
function repeatsWithoutEnd({ source }: Pattern): boolean {
  const plain = source.replace(/\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|.)/gs, 'x').replace(/\[[^\]]*\]/g, 'x')
  return /[*+]|\{\d+,\}/.test(plain.replace(/\(\?[:=!<]*/g, '('))
}
