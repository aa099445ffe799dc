import { judge } from '@unwash/core/judge'
import type { GivenText } from '@unwash/core/licenses/given/given'
import type { License, Report } from '@unwash/core/report/report'
import type { Loaded } from '../worker/load.ts'

/** A model that is under this text alone, judged: what one can do with it. None of a text that only adds to another. */
export function underAlone({ text, grants }: License, texts: readonly GivenText[], known: Loaded): Report | null {
  const given = texts.find(({ path }) => path === text?.path)
  if (!given || (texts.length > 1 && grants.length === 0)) return null
  const path = 'LICENSE'
  // of a page what it says, as it was read above
  const { content, page } = given
  const lineOf = (line: number) => page?.raw[line - 1] ?? line
  const report = judge(
    {
      name: MODEL,
      publisher: null,
      source: 'folder',
      place: given.path,
      revision: null,
      complete: true,
      files: [path, 'model.safetensors'].map(one => ({ path: one, size: null, kind: 'file' })),
      texts: new Map([
        [path, { path, content: page?.lines.join('\n') ?? content, encoding: 'utf-8', truncated: false }],
      ]),
      headers: [],
      notes: [],
    },
    known,
  )
  const uses = report.uses?.map(use => ({
    ...use,
    cited: use.cited.map(one =>
      'quote' in one
        ? { ...one, path: given.path, line: lineOf(one.line), endLine: lineOf(one.endLine) }
        : 'path' in one
          ? { ...one, path: given.path }
          : one,
    ),
  }))
  // of a model that nobody has seen a law says nothing
  return { ...report, uses, evaluations: [] }
}

/** what stands for it */
const MODEL = 'a model under this text alone'
