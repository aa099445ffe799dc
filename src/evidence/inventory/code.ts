import type { Document } from '../../documents/index.ts'
import type { Knowledge } from '../../knowledge/knowledge.ts'
import type { Citation } from '../../report.ts'
import type { Release } from '../../sources/release.ts'
import type { ComponentId } from '../../vocabulary.ts'
import { type ComponentFound, cite, type Metadata } from '../evidence.ts'
import { depth, fileName, isCode, isVendored } from '../paths.ts'
import { said } from './looking.ts'
import { entryWithSettings, isGenericLibrary, knownTrainingCode, trainingLink, whyPartlyTraining } from './training.ts'

/** How the files of a code component are named, and which words of a document speak of it. */
interface CodeSigns {
  readonly id: ComponentId
  readonly files: RegExp
  readonly folders: RegExp
  /** links whose label or sentence says they lead to it */
  readonly linkWords: RegExp
}

const SIGNS: readonly CodeSigns[] = [
  {
    id: 'training-code',
    files:
      /^(run_)?(pre)?[-_]?train(er|ing)?([-_.]|$)|^(full_)?(finetune|fine[-_]?tun\w*|sft|dpo|ppo|grpo|rlhf|orpo|distill\w*)([-_.]|$)|[-_](train|pretrain|fine[-_]?tun(?:e|ing)|sft|dpo)\.(py|sh|ipynb|yaml|yml)$|^train\w*\.(py|sh|ipynb)$|^(xtuner|axolotl|llama-?factory|training)[-_]?(config|args)?\w{0,20}\.(py|ya?ml)$/i,
    folders: /(^|\/)(train(ing|er|ers)?|pre-?train(ing)?|fine-?tun(e|ing)|sft|rlhf|alignment)(\/|$)/i,
    linkWords:
      /\b(training|pre-?training|fine-?tun(?:e|ing)) (code|scripts?|recipes?|pipeline)\b|训练代码|学習コード|학습 코드|code d['’]entra[iî]nement|c[óo]digo de entrenamiento|trainingscode/i,
  },
  {
    id: 'evaluation-code',
    files:
      /^(run_)?(eval(uat\w*)?|benchmark\w*|test_(accuracy|performance)|lm_eval\w*)([-_.]|$)|[-_]eval(uate|uation)?\.(py|sh|ipynb|yaml|yml)$/i,
    folders: /(^|\/)(eval(s|uation|uations|uate)?|benchmarks?|lm_eval\w*|evaluation_\w+)(\/|$)/i,
    linkWords: /\bevaluation (code|scripts?|harness|framework|suite|pipeline)\b|评测(代码|脚本)/i,
  },
  {
    id: 'data-preprocessing-code',
    files:
      /^(pre[-_]?process\w*|prepare([-_]?(data|dataset|corpus|pretrain|sft|train)\w*)?|tokenize[-_]?(data|dataset)\w*|dedup\w*|filter(ing)?[-_]\w+|build_dataset\w*|make_dataset\w*|data_prep\w*|create_(data|dataset)\w*|clean[-_]\w+)\.(py|sh|ipynb|rs|yaml|yml)$/i,
    folders:
      /(^|\/)(pre-?process(ing)?|data[-_]?(prep|preparation|processing|preprocess\w*|curation|pipeline|tooling)|datasets?_preprocess|prepare_data|tokenization_scripts)(\/|$)/i,
    linkWords:
      /\bdata(set)? (processing|preparation|curation|filtering|cleaning|preprocessing) (code|scripts?|pipeline|toolkit|tools?)\b/i,
  },
  {
    id: 'inference-code',
    files:
      /^(run_)?(inference|infer|generate|generation|predict\w*|sample|sampling|demo\w*|chat\w*|cli(_demo)?|web_demo\w*|gradio\w*|app|serve\w*|api_server|openai_api|handler|pipeline\w*|example\w*|quick_?start\w*|tutorial\w*)(_\w+)?([-.]\w+)*\.(py|ipynb|cpp|js|ts|sh|rs|swift)$/i,
    folders: /(^|\/)(inference|infer|generation|sampling|deploy(ment)?|serving|demos?|pipelines?)(\/|$)/i,
    linkWords: /\b(inference|deployment|serving) (code|scripts?|framework|engine|library)\b|推理(代码|脚本)/i,
  },
  {
    id: 'model-architecture',
    files:
      /^(modeling|modelling|configuration)_\w+\.py$|^(model|models|network|networks|architecture|transformer|unet|vae|nn)\.(py|jl|cpp)$|_(model|arch|net)\.py$/i,
    folders: /(^|\/)(models?|modeling|modelling|architectures?|networks?|nn|layers|modules)(\/|$)/i,
    linkWords: /\bmodel (code|implementation|definition|architecture code)\b/i,
  },
  {
    id: 'supporting-libraries',
    files:
      /^(tokenizer(_config)?\.json|tokenizer\.model|tokenization_\w+\.py|requirements\w*\.txt|pyproject\.toml|setup\.(py|cfg)|environment\.ya?ml|spiece\.model|vocab\.(json|txt|bpe))$/i,
    folders: /(^|\/)(tokenizers?)(\/|$)/i,
    linkWords: /\btokenizer (code|library|training)\b/i,
  },
]

const FOR_EVALUATION = /(^|\/)(evals?|evaluation|benchmarks?|tests?)\//i

const byDepth = (one: { path: string }, other: { path: string }) => depth(one.path) - depth(other.path)

/** The code components, found by file name, by folder, and by links that say where the code is. */
export function codeComponents(
  release: Release,
  documents: readonly Document[],
  library: Citation | null,
  metadata: Metadata,
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
      .filter(file => !trains || !isGenericLibrary(file.path, release, knowledge.hosts))
    const seen = trains && all.length === 0 ? entryWithSettings(release) : all
    const partly = trains ? whyPartlyTraining(seen, metadata, documents, release) : null
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
      ? (trainingLink(documents, signs.linkWords, release, knowledge.hosts) ?? knownTrainingCode(release, knowledge))
      : undefined
    return said(signs.id, signs.linkWords, release, documents, link)
  })
}
