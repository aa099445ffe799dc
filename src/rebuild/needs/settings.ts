import { citeLines } from '../../documents/cite.ts'
import type { Document } from '../../documents/index.ts'
import { sentencesOf } from '../../documents/sentences.ts'
import { depth } from '../../evidence/paths.ts'
import { keepsSettings } from '../../frameworks/presence.ts'
import type { Case } from '../../licensing/index.ts'
import type { Citation, Cited } from '../../report.ts'
import type { Release } from '../../sources/release.ts'
import { type Found, notFound } from '../found.ts'

/** what a model or its training leaves behind, named like settings */
const LEFT = /(?:^|\/)(?:configuration|trainer_state|train_results|all_results)\.json$/i
/** settings of using or measuring a model, not of making it */
const NOT_TRAINING =
  /(?:^|[/_.-])(?:infer\w*|eval\w*|generat\w*|demo|serv\w*|deploy\w*|test\w*|sampl\w*|docker\w*|ci)(?:[/_.-]|$)/i
const HYPERPARAMETERS =
  /\b(?:learning[ _-]?rate|lr|batch[ _-]?size|weight[ _-]?decay|warm-?up|optimi[sz]er|adamw?|epochs|lr[ _-]?schedul\w*|gradient[ _-]?(?:clipping|accumulation\w*))\b|学习率|批次/i
/** more files than this do not make it clearer */
const MOST = 4

/** Files that keep the settings of a training: those read that name hyperparameters, then those named like it; nearest to the root first. */
export function settingsFiles({ files, texts }: Release): readonly { readonly path: string; readonly read: boolean }[] {
  const candidates = files
    .filter(({ path }) => !NOT_TRAINING.test(path) && !LEFT.test(path))
    .sort((one, other) => depth(one.path) - depth(other.path))
  const told = candidates.filter(
    ({ path }) => /\.ya?ml$/i.test(path) && namesHyperparameters(texts.get(path)?.content ?? ''),
  )
  const named = candidates.filter(({ path }) => keepsSettings(path) && !told.some(one => one.path === path))
  return [...told.map(({ path }) => ({ path, read: true })), ...named.map(({ path }) => ({ path, read: false }))]
}

/** what of a file is looked at for its keys; settings are short */
const BEGINNING = 20_000

/** Two kinds of them make a file the settings of a training. */
function namesHyperparameters(content: string): boolean {
  const found = content.slice(0, BEGINNING).matchAll(new RegExp(HYPERPARAMETERS, 'gi'))
  return new Set([...found].map(match => match[0].toLowerCase().replace(/[ _-]/g, ''))).size >= 2
}

/** The configuration of the training: its files, or what the documents tell of it. */
export function configuration({ evidence }: Case): Found {
  const [first, ...more] = settingsFiles(evidence.release)
  if (first) {
    const cited: Cited = [{ path: first.path }, ...more.slice(0, MOST - 1).map(({ path }) => ({ path }))]
    const count = more.length === 0 ? '' : ` and ${more.length} more`
    const says = first.read
      ? 'Settings of a training name its hyperparameters'
      : 'Files are named like the settings of a training'
    return { presence: 'released', says: `${says}: ${first.path}${count}.`, cited }
  }
  const told = evidence.documents.flatMap(hyperparametersIn)
  const [one, ...others] = told
  return one
    ? {
        presence: 'described',
        says: 'The documents tell of hyperparameters; no file of settings was found.',
        cited: [one, ...others.slice(0, MOST - 1)],
      }
    : notFound(evidence, 'the configuration of the training')
}

/** Sentences and rows that give a hyperparameter and a number, where a document speaks of training. */
function hyperparametersIn(document: Document): Citation[] {
  return document.blocks.flatMap(block => {
    if (block.kind === 'code' || block.kind === 'heading' || !HYPERPARAMETERS.test(block.text.slice(0, 4_000)))
      return []
    const about = `${block.headings.slice(-2).join(' ')} ${block.lead ?? ''}`
    return sentencesOf(block)
      .filter(({ text }) => HYPERPARAMETERS.test(text.slice(0, 1_000)) && /\d/.test(text))
      .filter(({ text }) => /train|hyper-?param|训练|optimi/i.test(`${about} ${text.slice(0, 1_000)}`))
      .map(({ line, endLine }) => citeLines(document.path, document.lines, line, endLine))
  })
}
