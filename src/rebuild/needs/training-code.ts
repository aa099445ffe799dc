import { citeLines } from '../../documents/cite.ts'
import type { Evidence } from '../../evidence/index.ts'
import { fileName } from '../../evidence/paths.ts'
import { LATER_STAGE } from '../../frameworks/presence.ts'
import type { Case } from '../../licensing/index.ts'
import type { TextCitation } from '../../report.ts'
import type { Found } from '../found.ts'
import { component } from './components.ts'

/** a longer line of code is no command that a person would type */
const LONGEST = 400
const RUNS = /\b(?:python3?|torchrun|accelerate launch|deepspeed|bash|sh|srun|sbatch|mpirun|composer|uv run|make)\b/i
const TRAINS = /(?:^|[\s/_.-])(?:pre-?train|train|fine-?tune|sft|dpo|rlhf)\w*/i
const SCRIPT = /[\w./-]{1,200}\.(?:py|sh)\b/g

/** Training code, by its entry point: the command that the documents give, or the script nearest to the root. */
export function trainingCode(judged: Case): Found {
  const found = component(judged, 'training-code', 'training code')
  if (found.presence !== 'released') return found
  const command = commandIn(judged.evidence)
  const script = command?.script ?? firstScript(found)
  const later = judged.lineage.length === 0 && script !== null && LATER_STAGE.test(script)
  const says = [
    script === null ? 'The release has training code.' : `The release has training code; its entry point is ${script}.`,
    ...(command ? [] : ['No document gives the command that runs it.']),
    ...(later ? ['Its name says that it tunes a model further.'] : []),
  ]
  return {
    presence: 'released',
    says: says.join(' '),
    cited: command ? [command.cited, ...found.cited] : found.cited,
  }
}

function firstScript({ cited }: Found): string | null {
  const paths = cited.flatMap(citation => ('path' in citation ? [citation.path] : []))
  return paths.find(path => /\.(?:py|sh)$/i.test(path)) ?? paths[0] ?? null
}

/** The first command in a document's code that runs a training script of the release. */
function commandIn(evidence: Evidence): { readonly script: string; readonly cited: TextCitation } | null {
  const files = new Set(evidence.release.files.map(file => file.path))
  const names = new Map(evidence.release.files.map(file => [fileName(file.path), file.path]))
  for (const document of evidence.documents)
    for (const block of document.blocks) {
      if (block.kind !== 'code') continue
      for (let number = block.line; number <= block.endLine; number++) {
        const line = (document.lines[number - 1] ?? '').slice(0, LONGEST)
        if (!RUNS.test(line) || !TRAINS.test(line)) continue
        for (const [named] of line.matchAll(SCRIPT)) {
          const path = named.replace(/^\.\//, '')
          const script = files.has(path) ? path : names.get(fileName(path))
          if (script !== undefined && TRAINS.test(script))
            return { script, cited: citeLines(document.path, document.lines, number) }
        }
      }
    }
  return null
}
