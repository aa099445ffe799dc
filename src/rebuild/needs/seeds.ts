import { citeLines } from '../../documents/cite.ts'
import type { Case } from '../../licensing/index.ts'
import type { TextCitation } from '../../report.ts'
import { type Found, notFound } from '../found.ts'
import { settingsFiles } from './settings.ts'

/** "seed: 1234", "--data_seed 7", "a random seed of 42" */
const SEED =
  /\b(?:\w{1,20}_)?seeds?["'`]?\s{0,3}(?:[:=]\s{0,3}|(?:(?:is|was|were|of|to|set|fixed|at)\s){0,4})["'`]?\d{1,10}\b/i
const TRAINING = /train|tun(?:e|ing)|sft|dpo|训练|微调/i
const USING = /infer|generat|sampl|eval|pipe\(|generator|quick ?start|usage/i
/** longer lines are data */
const LONGEST = 600

/** The seeds of a training: in its settings as far as they are texts, or where a document speaks of training. */
export function seeds({ evidence }: Case): Found {
  const { release, documents } = evidence
  const settings = settingsFiles(release)
  for (const { path } of settings) {
    const text = release.texts.get(path)
    const cited = text && seedIn(path, text.content.split('\n'))
    if (cited) return { presence: 'released', says: 'Settings of a training name a seed.', cited: [cited] }
  }
  for (const document of documents)
    for (const block of document.blocks) {
      const around = `${block.headings.slice(-2).join(' ')} ${block.text.slice(0, 2_000)}`
      if (block.kind === 'heading' || !SEED.test(around) || !TRAINING.test(around) || USING.test(around)) continue
      const cited = seedIn(document.path, document.lines, block.line, block.endLine)
      if (cited) return { presence: 'described', says: 'A document names a seed of the training.', cited: [cited] }
    }
  const unread = release.files.filter(
    ({ path }) => !release.texts.has(path) && (MAY_SET.test(path) || settings.some(file => file.path === path)),
  )
  const vain = notFound(evidence, 'a seed of the training')
  return unread.length === 0
    ? vain
    : {
        ...vain,
        presence: 'unknown',
        says: `No seed was found in the texts that were read; ${unread.length} files of code and settings were not read.`,
      }
}

/** code of a training that is listed and not read */
const MAY_SET = /train[^/]{0,60}\.(?:py|sh|ipynb)$|\.(?:gin|slurm|sbatch)$/i

function seedIn(path: string, lines: readonly string[], from = 1, to = lines.length): TextCitation | null {
  for (let number = from; number <= to; number++)
    if (SEED.test((lines[number - 1] ?? '').slice(0, LONGEST))) return citeLines(path, lines, number)
  return null
}
