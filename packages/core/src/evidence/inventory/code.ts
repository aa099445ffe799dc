import type { Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { ReleaseFile } from '../../release/release.ts'
import type { Citation } from '../../report/report.ts'
import type { ComponentId } from '../../report/vocabulary.ts'
import { type ComponentFound, cite, type Evidence } from '../evidence.ts'
import { depth, fileName, isCode, isVendored } from '../paths.ts'
import { type LookAtFiles, said } from './looking.ts'
import {
  entryWithSettings,
  isGenericLibrary,
  knownTrainingCode,
  trainingLink,
  trainsForData,
  whyPartlyTraining,
} from './training.ts'

/** How the files of a code component are named, and the folders it lies in. */
interface CodeSigns {
  readonly id: ComponentId
  readonly files: RegExp
  readonly folders: RegExp
}

const oneOf = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'i')

const SIGNS: readonly CodeSigns[] = [
  {
    id: 'training-code',
    files: oneOf(
      '^(run_)?(pre)?[-_]?train(er|ing)?([-_.]|$)',
      String.raw`^(full_)?(finetune|fine[-_]?tun\w*|sft|dpo|ppo|grpo|rlhf|orpo|distill\w*)([-_.]|$)`,
      String.raw`[-_](train|pretrain|fine[-_]?tun(?:e|ing)|sft|dpo)\.(py|sh|ipynb|yaml|yml)$`,
      String.raw`^train\w*\.(py|sh|ipynb)$`,
      String.raw`^(xtuner|axolotl|llama-?factory|training)[-_]?(config|args)?\w{0,20}\.(py|ya?ml)$`,
    ),
    folders: /(^|\/)(train(ing|er|ers)?|pre-?train(ing)?|fine-?tun(e|ing)|sft|rlhf|alignment)(\/|$)/i,
  },
  {
    id: 'evaluation-code',
    files: oneOf(
      String.raw`^(run_)?(eval(uat\w*)?|benchmark\w*|test_(accuracy|performance)|lm_eval\w*)([-_.]|$)`,
      String.raw`[-_]eval(uate|uation)?\.(py|sh|ipynb|yaml|yml)$`,
    ),
    folders: /(^|\/)(eval(s|uation|uations|uate)?|benchmarks?|lm_eval\w*|evaluation_\w+)(\/|$)/i,
  },
  {
    id: 'data-preprocessing-code',
    files: oneOf(
      String.raw`^(pre[-_]?process(?!or)\w*|prepare([-_]?(data|dataset|corpus|pretrain|sft|train)\w*)?|` +
        String.raw`tokenize[-_]?(data|dataset)\w*|dedup\w*|filter(ing)?[-_]\w+|build_dataset\w*|make_dataset\w*|` +
        String.raw`data_prep\w*|create_(data|dataset)\w*|clean[-_]\w+)\.(py|sh|ipynb|rs|yaml|yml)$`,
    ),
    folders: oneOf(
      '(^|/)(pre-?process(ing)?|datasets?_preprocess|prepare_data|tokenization_scripts)(/|$)',
      String.raw`(^|/)data[-_]?(prep|preparation|processing|preprocess\w*|curation|pipeline|tooling)(/|$)`,
    ),
  },
  {
    id: 'inference-code',
    files: oneOf(
      String.raw`^(run_)?(inference|infer|generate|generation|predict\w*|sample|sampling|demo\w*|chat\w*|cli(_demo)?|` +
        String.raw`web_demo\w*|gradio\w*|app|serve\w*|api_server|openai_api|handler|pipeline\w*|example\w*|` +
        String.raw`quick_?start\w*|tutorial\w*)(_\w+)?([-.]\w+)*\.(py|ipynb|cpp|js|ts|sh|rs|swift)$`,
    ),
    folders: /(^|\/)(inference|infer|generation|sampling|deploy(ment)?|serving|demos?|pipelines?)(\/|$)/i,
  },
  {
    id: 'model-architecture',
    files: oneOf(
      String.raw`^(modeling|modelling|configuration)_\w+\.py$`,
      String.raw`^(model|models|network|networks|architecture|transformer|unet|vae|nn)\.(py|jl|cpp)$`,
      '^(?!(?:check|convert|download|evaluate|export|fetch|get|load|merge|push|quantize|run|save|serve|test|' +
        String.raw`train|upload)_).*_(model|arch|net)\.py$`,
    ),
    folders: /(^|\/)(models?|modeling|modelling|architectures?|networks?|nn|layers|modules)(\/|$)/i,
  },
  {
    id: 'supporting-libraries',
    files: oneOf(
      String.raw`^(tokenizer(_config)?\.json|tokenizer\.model|tokenization_\w+\.py|requirements\w*\.txt|` +
        String.raw`pyproject\.toml|setup\.(py|cfg)|environment\.ya?ml|spiece\.model|vocab\.(json|txt|bpe))$`,
    ),
    folders: /(^|\/)(tokenizers?)(\/|$)/i,
  },
]

const TO_RUN = /\binfer(?:ence|ring)?\b|\bquick[- ]?start|推理/i
const SCRIPT = /[\w./-]{1,200}\.(?:py|sh|ipynb)(?!\w)/g

/** Scripts that are named where documents tell how the model is run, and by whose name nothing else is told. */
const calledIn =
  (documents: readonly Document[]) =>
  (files: readonly ReleaseFile[]): readonly ReleaseFile[] => {
    const told = documents
      .flatMap(({ blocks }) => blocks)
      .filter(({ text, headings, kind }) =>
        TO_RUN.test(kind === 'code' ? (headings.at(-1) ?? '') : `${headings.at(-1)} ${text}`),
      )
    const named = new Set(told.flatMap(({ text }) => text.match(SCRIPT) ?? []))
    return files.filter(
      ({ path }) => named.has(path) && isCode(path) && !SIGNS.some(({ files }) => files.test(fileName(path))),
    )
  }

const FOR_EVALUATION = /(^|\/)(evals?|evaluation|benchmarks?|tests?)\//i

const byDepth = (one: { path: string }, other: { path: string }) => depth(one.path) - depth(other.path)

/** The code components, found by file name, by folder, and by links that say where the code is. */
export function codeComponents(
  { release, who, metadata }: Pick<Evidence, 'release' | 'who' | 'metadata'>,
  library: Citation | null,
  look: LookAtFiles,
  knowledge: Knowledge,
): ComponentFound[] {
  return SIGNS.map(signs => {
    const isLibrary = signs.id === 'supporting-libraries'
    const files = release.files.filter(
      file =>
        file.kind !== 'submodule' &&
        !isVendored(file.path) &&
        (isLibrary || isCode(file.path) || /\.(ya?ml|sh)$/.test(file.path)) &&
        signs.files.test(fileName(file.path)),
    )
    const inFolder = isLibrary
      ? []
      : release.files.filter(
          file => isCode(file.path) && signs.folders.test(file.path.slice(0, file.path.lastIndexOf('/') + 1)),
        )
    // what lies nearest to the root is the release's own; a script for evaluation is none for anything else
    const trains = signs.id === 'training-code'
    const all = [...files.sort(byDepth), ...inFolder.sort(byDepth)]
      .filter(file => signs.id === 'evaluation-code' || !FOR_EVALUATION.test(file.path))
      .filter(
        file =>
          !trains ||
          !(isGenericLibrary(file.path, release.name, knowledge.hosts) || trainsForData(file.path, release.name)),
      )
    const other = trains ? entryWithSettings : signs.id === 'inference-code' ? calledIn(look.documents) : () => []
    const seen = all.length === 0 ? other(release.files) : all
    const partly = trains ? whyPartlyTraining(seen, metadata, release, look) : null
    const [first, ...more] = seen.slice(0, 3)
    if (first)
      return {
        id: signs.id,
        presence: 'released',
        ...(partly ? { partly } : {}),
        cited: cite({ path: first.path }, ...more.map(file => ({ path: file.path }))),
      } as const
    if (library && (signs.id === 'inference-code' || signs.id === 'model-architecture'))
      return { id: signs.id, presence: 'linked', cited: cite(library) } as const
    const link = trains
      ? (trainingLink(look.documents, release.files, who, knowledge) ?? knownTrainingCode(who, knowledge))
      : undefined
    return said(signs.id, look, link)
  })
}
